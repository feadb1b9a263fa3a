import type { AccountSpec } from '../bitget/account.ts';
import { classicPosition, classicRow, unifiedAssets, unifiedPosition } from '../samples/index.ts';

export const classic: AccountSpec = {
  apiKey: 'bg_classic',
  secret: 'classic-secret',
  passphrase: 'classicpass',
  uid: '1',
  family: 'classic',
  accounts: { 'USDT-FUTURES': [classicRow()], 'COIN-FUTURES': [classicRow({ marginCoin: 'BTC' })] },
  positions: {
    'USDT-FUTURES': [classicPosition()],
    'COIN-FUTURES': [
      classicPosition({ marginCoin: 'BTC', symbol: 'BTCUSD' }),
      classicPosition({ marginCoin: 'ETH', symbol: 'ETHUSD' }),
    ],
  },
};

export const unified: AccountSpec = {
  apiKey: 'bg_unified',
  secret: 'unified-secret',
  passphrase: 'unifiedpass',
  uid: '2',
  family: 'unified',
  assets: unifiedAssets(),
  currentPositions: { 'USDT-FUTURES': [unifiedPosition()] },
};

export const paths = {
  time: '/api/v2/public/time',
  accounts: '/api/v2/mix/account/accounts?productType=USDT-FUTURES',
  positions: '/api/v2/mix/position/all-position?productType=USDT-FUTURES',
  spotInfo: '/api/v2/spot/account/info',
  spotAssets: '/api/v2/spot/account/assets',
  assets: '/api/v3/account/assets',
  fundingAssets: '/api/v3/account/funding-assets',
  unifiedInfo: '/api/v3/account/info',
  current: '/api/v3/position/current-position?category=USDT-FUTURES',
} as const;
