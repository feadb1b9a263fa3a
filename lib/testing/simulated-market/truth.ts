import {
  createScenarioHoldings,
  listLiquidations,
  openMarket,
  type Scenario,
  type ScenarioPosition,
  seeded,
  walkMarkPrice,
} from '../../../simulator/index.ts';

/** The share of the mark price at which the product, by default, says warning and danger. */
const WARNING = 0.03;
const DANGER = 0.015;
/** A danger that ends sooner, in seconds, may pass between two looks of a warning's pace. */
const SHORTEST_DANGER = 12;

/** The course of a position, by the simulator's own figures. Times are in seconds since the market began to move. */
export type Truth = {
  /** The mark price of each second. */
  readonly marks: readonly string[];
  /** The first second from which the distance is one of danger for a while. */
  readonly dangerAt: number | null;
  readonly liquidatedAt: number | null;
  /** A second before the liquidation the figures did not yet say warning, so that no look could have. */
  readonly isGap: boolean;
};

/** Walks the mark price until the position is liquidated, for at most `seconds`. */
export function walkToLiquidation(
  scenario: Scenario,
  position: ScenarioPosition,
  liquidationPrice: string,
  seed: number,
  seconds: number,
): Truth {
  const marks: string[] = [];
  let dangerAt: number | null = null;
  let dangerSince: number | null = null;
  let before = Number.POSITIVE_INFINITY;
  for (const mark of walkMarkPrice(scenario, position, seeded(seed))) {
    const distance = measureDistance(mark, liquidationPrice, position.side);
    dangerSince = distance > DANGER ? null : (dangerSince ?? marks.length);
    if (dangerSince !== null && (distance <= 0 || marks.length - dangerSince >= SHORTEST_DANGER))
      dangerAt ??= dangerSince;
    marks.push(mark);
    if (distance <= 0) {
      checkLiquidation(position, mark);
      return { marks, dangerAt, liquidatedAt: marks.length - 1, isGap: before > WARNING };
    }
    if (marks.length >= seconds) break;
    before = distance;
  }
  return { marks, dangerAt, liquidatedAt: null, isGap: false };
}

function measureDistance(mark: string, liquidationPrice: string, side: ScenarioPosition['side']): number {
  const fall = (Number(mark) - Number(liquidationPrice)) / Number(mark);
  return side === 'long' ? fall : -fall;
}

/** The liquidation price is a shortcut: at this mark the margin ratio itself must say the same. */
function checkLiquidation(position: ScenarioPosition, mark: string): void {
  const market = { ...openMarket(), marks: { [position.contract.symbol]: mark } };
  if (listLiquidations('classic', createScenarioHoldings(position), market).length === 0)
    throw new Error(`${position.contract.symbol} ${position.leverage}× is not liquidated at ${mark}`);
}
