import { UNKNOWN } from '../../lib/domain/i18n/format.ts';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import type { MarginAccount } from '../../lib/domain/margin/margin-account.ts';
import { type Summary, summarize } from '../../lib/domain/margin/summary.ts';
import { formatAmount } from '../../lib/domain/view/amount-view.ts';
import { ChangingText } from '../ui/changing-text.tsx';
import { useI18n } from '../ui/i18n.ts';

/** The four main figures of a card, side by side, or two by two if one of them is long. */
export function CardFigures({ margin, hidden }: { margin: MarginAccount; hidden: boolean }) {
  const i18n = useI18n();
  const summary = summarize(margin);
  const rows = MAIN_FIGURES[margin.product === 'UNIFIED' ? 'unified' : 'classic'].map(([name, label, title]) => {
    const as = name === 'pnl' ? 'signed' : 'cut';
    const shown = formatAmount(summary[name], { coin: margin.coin, hidden, as }, i18n);
    return { name, label: i18n.t(label), title: title && i18n.t(title), shown };
  });
  const widths = rows.map(({ shown, label }) =>
    Math.max(shown.text.length, label.replace(WIDE_CHARACTER, '$&$&').length * LABEL_SCALE),
  );
  const isWide =
    rows.some(({ shown }) => shown.text.length > MAX_CHARACTERS) ||
    widths.reduce((a, b) => a + b) > MAX_TOTAL_CHARACTERS;
  return (
    <dl key={String(hidden)} class={isWide ? 'headline wide' : 'headline'}>
      {rows.map(({ name, label, title, shown }) => (
        <div key={name}>
          <dt title={title}>{label}</dt>
          <dd class={shown.text === UNKNOWN ? 'unread' : undefined}>
            <ChangingText {...shown} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The maximum length of one figure, and of all four together, to fit side by side. In characters of an amount. */
const MAX_CHARACTERS = 10;
const MAX_TOTAL_CHARACTERS = 37;
/** A label's letters are narrower than an amount's digits. A Chinese or Japanese character is as wide as two letters. */
const LABEL_SCALE = 0.72;
const WIDE_CHARACTER = /[\u2e80-\uffff]/g;

type MainFigure = readonly [name: keyof Summary, label: MessageKey, title?: MessageKey];

const EQUITY: MainFigure = ['equity', 'figure_accountEquity'];
const PNL: MainFigure = ['pnl', 'head_pnl'];

const MAIN_FIGURES: Record<'classic' | 'unified', readonly MainFigure[]> = {
  classic: [
    ['available', 'figure_available', 'head_available_title'],
    ['free', 'head_free', 'head_free_title'],
    EQUITY,
    PNL,
  ],
  unified: [
    ['available', 'figure_available', 'head_unified_available_title'],
    ['free', 'figure_effEquity', 'head_effective_title'],
    EQUITY,
    PNL,
  ],
};
