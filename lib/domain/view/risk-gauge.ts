import { inPercent, percent, UNKNOWN } from '../i18n/format.ts';
import type { Words } from '../i18n/i18n.ts';
import { isZero } from '../money/amount.ts';
import type { Card } from '../portfolio/card.ts';
import { levelLabel } from './labels.ts';

/** The risk of a card in words and on a scale from 0 to 100; `now` is null when it is not known. */
export type Gauge = {
  readonly rate: string;
  readonly word: string;
  readonly now: number | null;
  /** For assistive technology: `72.4 %, warning`. */
  readonly spoken: string;
};

const FULL = 100;

/** What could only be read in part is said to be at least that; what is stale, to have been. */
export function gaugeOf({ risk, level, stale }: Pick<Card, 'risk' | 'level' | 'stale'>, words: Words): Gauge {
  const label = levelLabel(level, words);
  const word = label.toLocaleLowerCase(words.locale);
  if (risk.rate === null) return { rate: UNKNOWN, word: label, now: null, spoken: word };
  const known = percent(risk.rate, words);
  if (level === 'unknown') {
    const more = stale ? words.text('risk_was', known) : isZero(risk.rate) ? label : words.text('risk_partly', known);
    return { rate: UNKNOWN, word: more, now: null, spoken: word };
  }
  const rate = risk.complete ? known : words.text('at_least', known);
  const now = Math.min(FULL, Number(inPercent(risk.rate, 1)));
  return { rate, word: label, now, spoken: words.text('risk_spoken', rate, word) };
}
