import { DAY, HOUR, MINUTE } from '../core/time.ts';
import { TIERS, type TierName } from '../history/retention.ts';
import { buildSample, type Sample } from '../history/sample.ts';
import { type Decimal, multiply, toDecimalPlaces, trimZeros } from '../money/decimal.ts';
import type { Card } from '../portfolio/card.ts';

/** A gap of two hours, as when a computer sleeps. */
const GAP = { from: 9 * HOUR, to: 11 * HOUR } as const;
/** Three waves with periods in ms that have no common multiple in view, and the amplitude of each. */
const WAVES = [
  { length: 17 * DAY, height: 0.5 },
  { length: 1.3 * DAY, height: 0.35 },
  { length: 5.3 * HOUR, height: 0.09 },
] as const;
const PLACES = 8;

/** Generates a fictional history between two times in ms, which ends in a sample card's figures. Deterministic. */
export function buildSampleHistory(card: Card, tier: TierName, from: number, to: number): readonly Sample[] {
  const step = Math.max(MINUTE, TIERS[tier].slot);
  const [, equity, available, risk, pnl, distance = null, usdt] = buildSample(card, 0);
  const ages = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => index * step);
  return ages
    .filter((age) => tier === 'hour' || age <= GAP.from || age >= GAP.to)
    .map((age): Sample => {
      const swing = waveAt(age);
      const sample = [
        to - age,
        moved(equity, 1 - swing / 12),
        moved(available, 1 - swing / 15),
        moved(risk, 1 + swing / 4),
        moved(pnl, 1 - 2 * swing),
        // Falls while the risk rises, and stays above zero.
        moved(distance, 1 - swing / 3),
      ] as const;
      return usdt === undefined ? sample : [...sample, moved(usdt, 1 - swing / 12)];
    })
    .toReversed();
}

/** Between about −0.9 and 0.9, and 0 now. */
function waveAt(age: number): number {
  return WAVES.reduce((sum, { length, height }) => sum + height * Math.sin((2 * Math.PI * age) / length), 0);
}

function moved(value: Decimal | null, by: number): Decimal | null {
  return value === null || by === 1
    ? value
    : trimZeros(toDecimalPlaces(multiply(value, by.toFixed(PLACES) as Decimal), PLACES));
}
