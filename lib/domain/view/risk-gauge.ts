import { formatPercent, toPercent, UNKNOWN } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import { isZero } from '../money/amount.ts';
import type { Card } from '../portfolio/card.ts';
import { levelLabel } from './labels.ts';

/** The risk of a card in words and on a scale from 0 to 100; `now` is null when unknown. */
export type RiskGauge = {
  readonly rate: string;
  readonly word: string;
  readonly now: number | null;
  /** The bar from 0 to 100. It keeps the last known value of a stale warning or danger. */
  readonly fill: number;
  /** The accessible text: `72.4%, warning`. */
  readonly spoken: string;
};

const FULL = 100;

/** An incomplete risk reads as "at least", a stale one as past. The level is that of the risk alone. */
export function buildRiskGauge(
  { risk, rateLevel: level, stale, shown }: Pick<Card, 'risk' | 'rateLevel' | 'stale' | 'shown'>,
  i18n: I18n,
): RiskGauge {
  const label = levelLabel(level, i18n);
  const word = label.toLocaleLowerCase(i18n.locale);
  if (risk.rate === null) return { rate: UNKNOWN, word: label, now: null, fill: 0, spoken: word };
  const known = formatPercent(risk.rate, i18n);
  const value = Math.min(FULL, Number(toPercent(risk.rate, 1)));
  if (level === 'unknown') {
    const more = stale ? i18n.t('risk_was', known) : isZero(risk.rate) ? label : i18n.t('risk_partly', known);
    return { rate: UNKNOWN, word: more, now: null, fill: shown.rateLevel === 'unknown' ? 0 : value, spoken: word };
  }
  const rate = risk.complete ? known : i18n.t('at_least', known);
  return { rate, word: label, now: value, fill: value, spoken: i18n.t('risk_spoken', rate, word) };
}
