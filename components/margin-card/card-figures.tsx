import { UNKNOWN } from '../../lib/domain/i18n/format.ts';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import type { MarginAccount } from '../../lib/domain/margin/margin-account.ts';
import { type Summary, summarize } from '../../lib/domain/margin/summary.ts';
import { formatAmount } from '../../lib/domain/view/amount-view.ts';
import { ChangingText } from '../ui/changing-text.tsx';
import { useI18n } from '../ui/i18n.ts';

/** The four figures that a card shows at once: side by side, or two by two where one of them is long. */
export function CardFigures({ margin, hidden }: { margin: MarginAccount; hidden: boolean }) {
  const i18n = useI18n();
  const summary = summarize(margin);
  const rows = HEADS[margin.product === 'UNIFIED' ? 'unified' : 'classic'].map(([name, label, title]) => {
    const as = name === 'pnl' ? 'signed' : 'cut';
    const shown = formatAmount(summary[name], { coin: margin.coin, hidden, as }, i18n);
    return { name, label: i18n.t(label), title: title && i18n.t(title), shown };
  });
  const widths = rows.map(({ shown, label }) =>
    Math.max(shown.text.length, label.replace(WIDE, '$&$&').length * SMALL),
  );
  const wide = rows.some(({ shown }) => shown.text.length > MAX_CHARACTERS) || widths.reduce((a, b) => a + b) > WIDEST;
  return (
    <dl key={String(hidden)} class={wide ? 'headline wide' : 'headline'}>
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

/** In characters of an amount: how long one of four, and all together, may be to fit side by side. */
const MAX_CHARACTERS = 10;
const WIDEST = 37;
/** A label's letters are narrower than an amount's digits; a Chinese or Japanese one is as wide as two of them. */
const SMALL = 0.72;
const WIDE = /[\u2e80-\uffff]/g;

type Head = readonly [name: keyof Summary, label: MessageKey, title?: MessageKey];

const EQUITY: Head = ['equity', 'figure_accountEquity'];
const PNL: Head = ['pnl', 'head_pnl'];

const HEADS: Record<'classic' | 'unified', readonly Head[]> = {
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
