import type { ProductType } from '../account/product-type.ts';
import {
  type ClassicFigure,
  type ClassicMargin,
  FIGURES,
  UNIFIED_FIGURES,
  type UnifiedAsset,
  type UnifiedMargin,
} from '../margin/margin-account.ts';
import { parseAmount } from '../money/amount.ts';

/** Realistic margin accounts: equity is the sum of its parts, and the positions determine each rate. */
export const USDT = classic('USDT-FUTURES', 'USDT', {
  available: '8412.370512',
  crossedMaxAvailable: '7056.533012',
  isolatedMaxAvailable: '7056.533012',
  maxTransferOut: '6861.908012',
  accountEquity: '9016.195512',
  usdtEquity: '9016.195512',
  btcEquity: '0.145379129327',
  unrealizedPL: '-27.375',
  crossedUnrealizedPL: '194.625',
  isolatedUnrealizedPL: '-222',
  crossedMargin: '1550.4625',
  isolatedMargin: '631.2',
  crossedRiskRate: '0.007205592803',
});

export const COIN = classic('COIN-FUTURES', 'BTC', {
  available: '0.18',
  crossedMaxAvailable: '0.15416253',
  isolatedMaxAvailable: '0.15416253',
  maxTransferOut: '0.15310606',
  accountEquity: '0.18105647',
  usdtEquity: '11228.850695',
  btcEquity: '0.18105647',
  unrealizedPL: '0.00105647',
  crossedUnrealizedPL: '0.00105647',
  crossedMargin: '0.02689394',
  crossedRiskRate: '0.0178',
});

export const USDC = classic('USDC-FUTURES', 'USDC', {});

export const POOL: UnifiedMargin = {
  product: 'UNIFIED',
  coin: 'USD',
  figures: filled(UNIFIED_FIGURES, {
    accountEquity: '5321.402718',
    effEquity: '5290.11',
    usdtEquity: '5323.265842',
    btcEquity: '0.085833514871',
    unrealisedPnl: '41.726',
    usdtUnrealisedPnl: '41.740604',
    btcUnrealizedPnl: '0.000673034723',
    mmr: '2819.62863',
    imr: '4120.6',
    mgnRatio: '0.533',
    positionMgnRatio: '0.533',
    positionValue: '70490.71575',
    leverage: '13.32',
  }),
  assets: [asset('USDT', '3126.7035', '3125.609154', '2014.7'), asset('BTC', '0.03542', '2195.793564', '0.0199')],
};

function classic(product: ProductType, coin: string, known: Partial<Record<ClassicFigure, string>>): ClassicMargin {
  return { product, coin, assetMode: 'single', figures: filled(FIGURES, known), assets: [] };
}

function filled<Name extends string>(names: readonly Name[], known: Partial<Record<Name, string>>) {
  const figures = names.map((name) => [name, parseAmount(known[name] ?? '0')]);
  return Object.fromEntries(figures) as Record<Name, ReturnType<typeof parseAmount>>;
}

function asset(coin: string, equity: string, usdValue: string, available: string): UnifiedAsset {
  const none = parseAmount('0');
  const held = parseAmount(equity);
  return {
    coin,
    equity: held,
    balance: held,
    usdValue: parseAmount(usdValue),
    available: parseAmount(available),
    debt: none,
    locked: none,
  };
}
