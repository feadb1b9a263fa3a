import { type Amount, isKnown, isZero } from '../money/amount.ts';
import { abs, add, compare, type Decimal, divide, multiply, subtract, sum, ZERO } from '../money/decimal.ts';
import { hasUnlistedPositions } from './distance.ts';
import type { ClassicMargin, MarginAccount, UnifiedMargin } from './margin-account.ts';
import { selectPositions } from './margin-positions.ts';
import { type Position, positionRiskRate } from './position.ts';
import { priceOrObstacle } from './priced-position.ts';
import type { RemedyObstacle } from './remedy-obstacle.ts';
import { computeRisk } from './risk.ts';

/** A unit of liquidation, in units of `coin`: the cross margin pool, or one isolated position. */
export type RemedyTarget = {
  readonly coin: string;
  readonly equity: Decimal;
  /** The maintenance margin. Liquidation begins when it equals the equity. */
  readonly maintenance: Decimal;
  readonly positions: readonly Position[];
  /** The value of coins whose price may fall to zero before liquidation; at most one dollar. */
  readonly dust: Decimal;
};

type Pool = Pick<RemedyTarget, 'equity' | 'maintenance' | 'coin' | 'dust'>;

/** Dollar coins that Bitget counts as margin at full value. */
const FULL_VALUE = new Set(['USDT', 'USDC']);
const MOST_DUST = '1' as Decimal;

/** Builds the target of an isolated position, whose margin the user adds to the position itself. */
export function isolatedTarget(position: Position, all: readonly Position[]): RemedyTarget | RemedyObstacle {
  const { margin, pnl, coin, symbol } = position;
  const rate = positionRiskRate(position);
  if (!isKnown(margin) || !isKnown(pnl) || rate === null) return 'partial';
  if (all.some((each) => each !== position && each.symbol === symbol)) return 'hedged';
  const equity = add(margin, pnl);
  return { coin, equity, maintenance: isolatedMaintenance(position, rate, equity), positions: [position], dust: ZERO };
}

/**
 * Bitget's own ratio gives the maintenance margin. Where it sends none, its liquidation price does: there the equity
 * equals the maintenance margin, which moves with the price. Its maintenance rate would do only if it includes the fee.
 */
function isolatedMaintenance(position: Position, rate: Decimal, equity: Decimal): Decimal {
  const priced = isKnown(position.ratio) ? 'none' : priceOrObstacle(position);
  if (typeof priced === 'string') return multiply(rate, equity);
  const { size, mark, liquidation } = priced;
  const atLiquidation = subtract(equity, multiply(size, abs(subtract(mark, liquidation))));
  return divide(multiply(atLiquidation, mark), liquidation);
}

/** Builds the target of a cross margin pool. `positions` are all open ones of its product. */
export function poolTarget(margin: MarginAccount, positions: readonly Position[]): RemedyTarget | RemedyObstacle {
  const own = selectPositions(margin, positions);
  if (hasUnlistedPositions(margin, own)) return 'partial';
  if (own.some(({ mode, side }) => mode === 'unknown' || side === 'unknown')) return 'partial';
  const crossed = own.filter(({ mode }) => mode === 'crossed');
  const pool = margin.product === 'UNIFIED' ? unifiedPool(margin) : classicPool(margin);
  if (typeof pool === 'string') return pool;
  if (new Set(crossed.map(({ symbol }) => symbol)).size < crossed.length) return 'hedged';
  return { ...pool, positions: crossed };
}

function classicPool(margin: ClassicMargin): Pool | RemedyObstacle {
  const { accountEquity, isolatedMargin, isolatedUnrealizedPL, unionTotalMargin } = margin.figures;
  const { rate, complete } = computeRisk(margin);
  if (rate === null || !complete) return 'partial';
  if (margin.assetMode === 'union') {
    if (!isKnown(unionTotalMargin)) return 'partial';
    const counted = margin.assets.filter(({ balance }) => !isZero(balance));
    if (counted.length === 0 || !counted.every(({ coin }) => FULL_VALUE.has(coin.toUpperCase()))) return 'haircut';
    return { coin: 'USDT', equity: unionTotalMargin, maintenance: multiply(rate, unionTotalMargin), dust: ZERO };
  }
  if (!isKnown(accountEquity) || !isKnown(isolatedMargin) || !isKnown(isolatedUnrealizedPL)) return 'partial';
  const equity = subtract(subtract(accountEquity, isolatedMargin), isolatedUnrealizedPL);
  return { coin: margin.coin, equity, maintenance: multiply(rate, equity), dust: ZERO };
}

function unifiedPool(margin: UnifiedMargin): Pool | RemedyObstacle {
  const { effEquity } = margin.figures;
  const { rate, complete } = computeRisk(margin);
  if (rate === null || !complete || !isKnown(effEquity)) return 'partial';
  const dust = worthOfOtherCoins(margin);
  if (dust === null || margin.assets.length === 0) return 'partial';
  if (compare(dust, MOST_DUST) > 0) return 'haircut';
  return { coin: margin.coin, equity: effEquity, maintenance: multiply(rate, effEquity), dust };
}

/**
 * Returns the value of all coins and debts that move with a price, in US dollars; null when one is unknown. Haircuts
 * apply to them, and they change along with the positions on the way to liquidation.
 */
function worthOfOtherCoins({ assets }: UnifiedMargin): Decimal | null {
  const others = assets.filter(({ coin, equity, debt }) => {
    const isNothing = [equity, debt].every(isZero);
    return !FULL_VALUE.has(coin.toUpperCase()) && !isNothing;
  });
  const worth = others.map(({ usdValue }): Amount => usdValue);
  return worth.every(isKnown) ? sum(worth.map(abs)) : null;
}
