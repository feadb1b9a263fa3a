import { listed } from '../listed.ts';
import type { Words } from '../words.ts';
import type { MeasureGap } from './measure.ts';

/** Why a condition cannot be judged, in the reader's words. */
export function gapText(missing: MeasureGap, words: Words): string {
  if (missing.gap === 'worth') return words.text('condition_gap_worth', listed(missing.coins, words));
  return words.text(`condition_gap_${missing.gap}`);
}
