import { compare, type Decimal } from '../money/amount.ts';
import { distanceToLiquidation } from './distance.ts';
import { liquidationProgress } from './liquidation-progress.ts';
import { type MarginMode, type Position, positionRiskRate } from './position.ts';
import { worstRate } from './risk.ts';

/** All positions of one symbol in one pool. They stay together, because the legs of a hedge change each other's risk. */
type Group = {
  readonly positions: readonly Position[];
  readonly hasUnknownDistance: boolean;
  /** The rate of an isolated position is unknown. */
  readonly hasUnknownRate: boolean;
  /** The margin mode or the side of a position is unknown. */
  readonly hasUnknownKind: boolean;
  readonly distance: Decimal | null;
  /** The worst rate of an isolated position. */
  readonly rate: Decimal | null;
  /** Higher is worse. A float is enough for an order, and much faster for thousands of positions. */
  readonly rank: number;
};

/**
 * Selects the positions nearest to liquidation, whole symbols at a time, unknown ones first. A pool holds the positions
 * that share a margin account. Whatever the limit, each pool keeps what decides its risk: its nearest and its riskiest
 * position, an unknown one, and one of each margin mode.
 */
export function selectWorstPositions(pools: readonly (readonly Position[])[], limit: number): ReadonlySet<Position> {
  const groups = pools.map(groupBySymbol);
  const kept = new Set(groups.flatMap(selectDecisive).flatMap(({ positions }) => positions));
  const others = groups.flat().toSorted(compareRanks);
  for (const { positions } of others) {
    if (positions.some((position) => kept.has(position))) continue;
    if (kept.size + positions.length > limit) break;
    for (const position of positions) kept.add(position);
  }
  return kept;
}

function groupBySymbol(pool: readonly Position[]): readonly Group[] {
  return [...Map.groupBy(pool, ({ symbol }) => symbol).values()].map((positions) => {
    const found = positions.map((position) => distanceToLiquidation(position, positions));
    const rates = positions.filter(isIsolated).map(positionRiskRate);
    const measured = {
      positions,
      hasUnknownDistance: found.includes('unknown'),
      hasUnknownRate: rates.includes(null),
      hasUnknownKind: positions.some(({ mode, side }) => mode === 'unknown' || side === 'unknown'),
      distance: found.flatMap((each) => (typeof each === 'string' ? [] : each.distance)).toSorted(compare)[0] ?? null,
      rate: worstRate(rates).rate,
    };
    return { ...measured, rank: rankGroup(measured) };
  });
}

function selectDecisive(groups: readonly Group[]): readonly Group[] {
  const hasMode = (mode: MarginMode) => (group: Group) => group.positions.some((position) => position.mode === mode);
  return [
    findWorst(groups.filter(hasMode('crossed'))),
    findWorst(groups.filter(hasMode('isolated'))),
    groups.find((group) => group.hasUnknownDistance),
    groups.find((group) => group.hasUnknownRate),
    groups.find((group) => group.hasUnknownKind),
    findFirst(groups, ({ distance }) => distance, compare),
    findFirst(
      groups,
      ({ rate }) => rate,
      (a, b) => compare(b, a),
    ),
  ].filter((group) => group !== undefined);
}

function findWorst(groups: readonly Group[]): Group | undefined {
  return groups.toSorted(compareRanks)[0];
}

/** Returns the first group with the least known value. */
function findFirst(
  groups: readonly Group[],
  read: (group: Group) => Decimal | null,
  order: (a: Decimal, b: Decimal) => number,
): Group | undefined {
  let best: { readonly group: Group; readonly value: Decimal } | undefined;
  for (const group of groups) {
    const value = read(group);
    if (value !== null && (!best || order(value, best.value) < 0)) best = { group, value };
  }
  return best?.group;
}

function rankGroup({
  hasUnknownDistance,
  hasUnknownRate,
  hasUnknownKind,
  rate,
  distance,
}: Omit<Group, 'rank'>): number {
  if (hasUnknownDistance || hasUnknownRate || hasUnknownKind) return Number.MAX_VALUE;
  const progress = liquidationProgress(rate, distance);
  return progress === null ? -Number.MAX_VALUE : Number(progress);
}

function compareRanks(a: Group, b: Group): number {
  return b.rank - a.rank;
}

/** An unknown mode may be isolated. */
function isIsolated({ mode }: Position): boolean {
  return mode !== 'crossed';
}
