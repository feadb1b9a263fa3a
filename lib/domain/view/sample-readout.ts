import type { Sample } from '../history/sample.ts';
import { percent } from '../i18n/format.ts';
import type { MessageKey, Words } from '../i18n/i18n.ts';
import { listed } from '../i18n/list.ts';
import type { Amount, Decimal } from '../money/amount.ts';
import { amountShown, type Shown } from './amount-view.ts';

/** One sample in the reader's words: the moment, and a figure for each thing that was sampled. */
export type Readout = {
  readonly when: string;
  readonly figures: readonly { readonly label: MessageKey; readonly shown: Shown }[];
  /** All of it in one line, for assistive technology. */
  readonly spoken: string;
};

export function readoutOf(sample: Sample, coin: string, hidden: boolean, words: Words): Readout {
  const [at, equity, available, risk, pnl] = sample;
  const amount = (value: Decimal | null, as: 'cut' | 'signed') => {
    const known: Amount = value ?? { raw: null };
    return amountShown(known, { coin, hidden, as }, words);
  };
  const figures = [
    { label: 'risk_rate', shown: { text: percent(risk, words) } },
    { label: 'figure_accountEquity', shown: amount(equity, 'cut') },
    { label: 'figure_available', shown: amount(available, 'cut') },
    { label: 'head_pnl', shown: amount(pnl, 'signed') },
  ] as const satisfies Readout['figures'];
  const when = moment(at, words);
  const said = figures.map(({ label, shown }) => `${words.text(label)} ${shown.text}`);
  return { when, figures, spoken: listed([when, ...said], words) };
}

/** The day, hour and minute of a moment. */
export function moment(at: number, words: Words): string {
  const parts = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(words.locale, parts).format(at);
}
