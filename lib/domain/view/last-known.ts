import { formatPercent, UNKNOWN } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import { isZero } from '../money/amount.ts';
import type { Card } from '../portfolio/card.ts';
import { formatDirection } from './distance-gauge.ts';

/** Formats the distance of a card without a current one: `was ↓ 2.8%`, or `≤ ↓ 2.8%` when another may be nearer. */
export function lastKnownDistance({ nearest, stale }: Pick<Card, 'nearest' | 'stale'>, i18n: I18n): string {
  if (typeof nearest === 'string') return UNKNOWN;
  return i18n.t(stale ? 'gauge_was' : 'at_most', formatDirection(nearest, i18n));
}

/** Formats the risk rate of a card without a current one: `was 42.3%`, or `≥ 42.3%` when another may be higher. */
export function lastKnownRate({ risk, stale }: Pick<Card, 'risk' | 'stale'>, i18n: I18n): string {
  const { rate } = risk;
  // An incomplete rate of zero says nothing.
  if (rate === null || (!stale && isZero(rate))) return UNKNOWN;
  return i18n.t(stale ? 'gauge_was' : 'at_least', formatPercent(rate, i18n));
}
