import { isRecord } from '../../domain/core/guards.ts';
import { mapValues } from '../../domain/core/objects.ts';
import { buildFigures, FIGURES, UNIFIED_FIGURES } from '../../domain/margin/margin-account.ts';
import type { Amount } from '../../domain/money/amount.ts';

const UNKNOWN: Amount = { raw: null };
const CLASSIC = buildFigures(FIGURES, () => UNKNOWN);
const UNIFIED = buildFigures(UNIFIED_FIGURES, () => UNKNOWN);

/** Adds the figures that an earlier version did not store, as unknown until the next reading. */
export function addMissingFigures(readings: unknown): unknown {
  if (Array.isArray(readings)) return readings.map(addMissingFigures);
  if (!isRecord(readings)) return readings;
  const { figures, product } = readings;
  if (isRecord(figures))
    return { ...readings, figures: { ...(product === 'UNIFIED' ? UNIFIED : CLASSIC), ...figures } };
  return mapValues(readings, addMissingFigures);
}
