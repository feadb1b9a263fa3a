import type { I18n } from '../i18n/i18n.ts';
import { formatList } from '../i18n/list.ts';
import type { MeasureGap } from './condition-value.ts';

/** Explains in the reader's language why a condition has no value. */
export function gapText(missing: MeasureGap, i18n: I18n): string {
  if (missing.gap === 'worth') return i18n.t('condition_gap_worth', formatList(missing.coins, i18n));
  return i18n.t(`condition_gap_${missing.gap}`);
}
