import type { ProductType } from '../account/product-type.ts';
import {
  type ClassicFigure,
  type ClassicMargin,
  FIGURES,
  UNIFIED_FIGURES,
  type UnifiedAsset,
  type UnifiedFigure,
  type UnifiedMargin,
} from '../margin/margin-account.ts';
import { parseAmount } from '../money/amount.ts';

/**
 * Figures at Bitget's real maintenance rates and collateral ratios: equity is the sum of its parts, and the positions
 * determine each rate. BTC counts 95% as collateral, and ETH is borrowed.
 */
export const MAIN = unified(
  {
    accountEquity: '7913.235834',
    effEquity: '7406.7451812',
    usdtEquity: '7914.818798',
    btcEquity: '0.132040430800',
    unrealisedPnl: '-82.972768',
    usdtUnrealisedPnl: '-82.989366',
    btcUnrealizedPnl: '-0.001384485470',
    mmr: '675.39110748',
    imr: '3539.6203848',
    mgnRatio: '0.091185951583',
    positionMgnRatio: '0.091185951583',
    positionValue: '148647.789',
    leverage: '18.784703506737',
  },
  [
    asset('USDT', { equity: '4670.63', usdValue: '4669.695874', available: '1430.054' }),
    asset('BTC', { equity: '0.05', usdValue: '2996.52', available: '0.05' }),
    asset('USDC', { equity: '259.42', usdValue: '259.42', available: '0' }),
    asset('ETH', { equity: '-0.0041', usdValue: '-12.40004', available: '0', debt: '0.0041' }),
  ],
);

export const SUB_ACCOUNT = unified(
  {
    accountEquity: '2480.0039',
    effEquity: '2480.0039',
    usdtEquity: '2480.5',
    btcEquity: '0.041381400758',
    unrealisedPnl: '143.9712',
    usdtUnrealisedPnl: '144',
    btcUnrealizedPnl: '0.002402306676',
    mmr: '153.1853568',
    imr: '1367.7264',
    mgnRatio: '0.061768191896',
    positionMgnRatio: '0.061768191896',
    positionValue: '27354.528',
    leverage: '11.030034266',
  },
  [asset('USDT', { equity: '2480.5', usdValue: '2480.0039', available: '1112.5' })],
);

export const USDT = classic('USDT-FUTURES', 'USDT', {
  available: '1722.61',
  crossedMaxAvailable: '896.35',
  isolatedMaxAvailable: '896.35',
  maxTransferOut: '818.95',
  accountEquity: '2480.71',
  usdtEquity: '2480.71',
  btcEquity: '0.041384904122',
  unrealizedPL: '126.9',
  crossedUnrealizedPL: '77.4',
  isolatedUnrealizedPL: '49.5',
  crossedMargin: '903.66',
  isolatedMargin: '631.2',
  crossedRiskRate: '0.028113710479',
});

export const USDC = classic('USDC-FUTURES', 'USDC', {});

function classic(product: ProductType, coin: string, known: Partial<Record<ClassicFigure, string>>): ClassicMargin {
  return { product, coin, assetMode: 'single', figures: filled(FIGURES, known), assets: [] };
}

function filled<Name extends string>(names: readonly Name[], known: Partial<Record<Name, string>>) {
  const figures = names.map((name) => [name, parseAmount(known[name] ?? '0')]);
  return Object.fromEntries(figures) as Record<Name, ReturnType<typeof parseAmount>>;
}

function unified(known: Partial<Record<UnifiedFigure, string>>, assets: readonly UnifiedAsset[]): UnifiedMargin {
  return { product: 'UNIFIED', coin: 'USD', figures: filled(UNIFIED_FIGURES, known), assets };
}

type AssetTexts = Readonly<Record<'equity' | 'usdValue' | 'available', string>> & { readonly debt?: string };

function asset(coin: string, { equity, usdValue, available, debt = '0' }: AssetTexts): UnifiedAsset {
  const held = parseAmount(equity);
  return {
    coin,
    equity: held,
    balance: held,
    usdValue: parseAmount(usdValue),
    available: parseAmount(available),
    debt: parseAmount(debt),
    locked: parseAmount('0'),
  };
}
