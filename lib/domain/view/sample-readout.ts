import type { Sample } from '../history/sample.ts';
import { formatDistance, formatPercent, UNKNOWN } from '../i18n/format.ts';
import type { I18n, MessageKey } from '../i18n/i18n.ts';
import { formatList } from '../i18n/list.ts';
import type { Amount, Decimal } from '../money/amount.ts';
import { type DisplayAmount, formatAmount } from './amount-view.ts';

/** One sample in the reader's language: the time, and one figure for each sampled value. */
export type SampleReadout = {
  readonly when: string;
  readonly figures: readonly { readonly label: MessageKey; readonly shown: DisplayAmount }[];
  /** The complete readout in one line, for assistive technology. */
  readonly spoken: string;
};

export function buildReadout(sample: Sample, coin: string, hidden: boolean, i18n: I18n): SampleReadout {
  const [at, equity, available, risk, pnl, distance = null] = sample;
  const amount = (value: Decimal | null, as: 'cut' | 'signed') => {
    const known: Amount = value ?? { raw: null };
    return formatAmount(known, { coin, hidden, as }, i18n);
  };
  const figures = [
    { label: 'risk_rate', shown: { text: formatPercent(risk, i18n) } },
    { label: 'position_liquidation', shown: { text: distance === null ? UNKNOWN : formatDistance(distance, i18n) } },
    { label: 'figure_accountEquity', shown: amount(equity, 'cut') },
    { label: 'figure_available', shown: amount(available, 'cut') },
    { label: 'head_pnl', shown: amount(pnl, 'signed') },
  ] as const satisfies SampleReadout['figures'];
  const when = formatSampleTime(at, i18n);
  const said = figures.map(({ label, shown }) => `${i18n.t(label)} ${shown.text}`);
  return { when, figures, spoken: formatList([when, ...said], i18n) };
}

export function formatSampleTime(at: number, i18n: I18n): string {
  const parts = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(i18n.locale, parts).format(at);
}
