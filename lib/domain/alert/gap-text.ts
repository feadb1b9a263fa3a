import type { Words } from '../i18n/i18n.ts';
import { listed } from '../i18n/list.ts';
import type { MeasureGap } from './condition-value.ts';

/** Why a condition cannot be judged, in the reader's words. */
export function gapText(missing: MeasureGap, words: Words): string {
  if (missing.gap === 'worth') return words.text('condition_gap_worth', listed(missing.coins, words));
  return words.text(`condition_gap_${missing.gap}`);
}
