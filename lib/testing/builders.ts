import type { Account } from '../domain/account/account.ts';
import { NO_KEY_INFO } from '../domain/account/key-info.ts';
import {
  type ClassicFigure,
  type ClassicMargin,
  FIGURES,
  UNIFIED_FIGURES,
  type UnifiedFigure,
  type UnifiedMargin,
} from '../domain/margin/margin-account.ts';
import type { Position } from '../domain/margin/position.ts';
import { parseAmount } from '../domain/money/amount.ts';
import { type AccountReading, READY } from '../domain/polling/reading.ts';

/** Builds an account with the three default product types. */
export function buildAccount(change: Partial<Account> = {}): Account {
  return {
    id: 'main',
    revision: 1,
    label: 'Main',
    demo: false,
    products: ['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES'],
    hint: 'a1b2',
    key: NO_KEY_INFO,
    ...change,
  };
}

/** Builds a margin account in which unnamed figures are zero, except for its equity while margin is in use. */
export function buildMargin(
  figures: Partial<Record<ClassicFigure, string>> = {},
  change: Partial<Omit<ClassicMargin, 'figures'>> = {},
): ClassicMargin {
  const isUsed = [figures.crossedRiskRate, figures.crossedMargin, figures.isolatedMargin].some(Number);
  const all = FIGURES.map((name) => {
    const usual = isUsed && (name === 'accountEquity' || name === 'unionTotalMargin') ? '100' : '0';
    return [name, parseAmount(figures[name] ?? usual)];
  });
  return {
    product: 'USDT-FUTURES',
    coin: 'USDT',
    assetMode: 'single',
    assets: [],
    ...change,
    figures: Object.fromEntries(all) as ClassicMargin['figures'],
  };
}

/** Builds an account reading from readings by product type. */
export function buildAccountReading(
  margins: AccountReading['margin'],
  change: Partial<AccountReading> = {},
): AccountReading {
  return { revision: 1, family: 'classic', positions: {}, retry: READY, ...change, margin: margins };
}

type PositionTexts = Partial<Record<keyof Position, string | null>>;

/** Builds a cross position of 1 BTCUSDT long at 60,000. Amounts are text, or `null` for a missing field. */
export function buildPosition(change: PositionTexts & Partial<Pick<Position, 'side' | 'mode'>> = {}): Position {
  const value = (name: keyof Position, usual: string) =>
    parseAmount(change[name] === null ? undefined : (change[name] ?? usual));
  return {
    symbol: change.symbol ?? 'BTCUSDT',
    coin: change.coin ?? 'USDT',
    side: change.side ?? 'long',
    mode: change.mode ?? 'crossed',
    size: value('size', '1'),
    leverage: value('leverage', '10'),
    entry: value('entry', '60000'),
    mark: value('mark', '60000'),
    pnl: value('pnl', '0'),
    margin: value('margin', '6000'),
    liquidation: value('liquidation', '50000'),
    breakEven: value('breakEven', '60072'),
    maintenance: value('maintenance', '0.004'),
    ratio: value('ratio', '0.04'),
  };
}

/** Builds a unified margin account in which unnamed figures are zero. */
export function buildUnified(figures: Partial<Record<UnifiedFigure, string | null>> = {}): UnifiedMargin {
  const isUsed = [figures.mgnRatio, figures.mmr, figures.imr].some(Number);
  const all = UNIFIED_FIGURES.map((name) => {
    const usual = isUsed && name === 'effEquity' ? '100' : '0';
    return [name, parseAmount(figures[name] === null ? undefined : (figures[name] ?? usual))];
  });
  return { product: 'UNIFIED', coin: 'USD', assets: [], figures: Object.fromEntries(all) as UnifiedMargin['figures'] };
}
