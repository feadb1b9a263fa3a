import { formatAge, formatClock, formatCount, formatMoney, formatPercent } from '../i18n/format.ts';
import type { I18n, MessageKey } from '../i18n/i18n.ts';
import type { Decimal } from '../money/amount.ts';
import { levelLabel, productLabel } from '../view/labels.ts';
import { describePosition } from '../view/position-sentence.ts';
import { withShortPrice } from '../view/short-price.ts';
import type { AlertDetails, AlertNotice } from './notices.ts';

/** An alert in the reader's words. */
export type AlertText = { readonly title: string; readonly body: string };

/** What an alert says; with `hidden` it holds no amount and no price that tells one. */
export function formatAlert(news: AlertNotice, hidden: boolean, now: number, words: I18n): AlertText {
  const { details, due } = news;
  switch (details.rule) {
    case 'risk':
      return { title: riskTitle(news, details, words), body: riskBody(news, details, hidden, now, words) };
    case 'lost':
      if (due === 'recovery') return { title: words.t('alert_back', details.label), body: '' };
      return {
        title: words.t('alert_lost', details.label),
        body: words.t('alert_lost_body', formatClock(news.at, words)),
      };
    case 'liquidating':
      if (due === 'recovery') return { title: words.t('alert_liquidating_over', details.label), body: '' };
      return { title: words.t('alert_liquidating', details.label), body: words.t('alert_liquidating_body') };
    case 'locked':
      if (due === 'recovery') return { title: words.t('alert_unlocked'), body: '' };
      return { title: words.t('alert_locked'), body: words.t('alert_locked_body') };
    case 'condition': {
      const what = formatCondition(details, hidden, words);
      return {
        title: due === 'rise' ? what : words.t(due === 'repeat' ? 'alert_still' : 'alert_over', what),
        body: details.value && !hidden ? words.t('alert_now', formatMoney(details.value, 'USDT', words)) : '',
      };
    }
  }
}

const MAX_LINES = 4;

/** Several alerts as one: the most urgent in full, then the others by their titles. */
export function formatAlerts(all: readonly AlertNotice[], hidden: boolean, now: number, words: I18n): AlertText {
  const [first, ...others] = all.map((news) => formatAlert(news, hidden, now, words));
  if (!first) return { title: '', body: '' };
  const lines = others.slice(0, MAX_LINES).map(({ title }) => title);
  const rest = others.length - lines.length;
  const more = rest > 0 ? [words.t('alert_more', formatCount(rest, words))] : [];
  return { title: first.title, body: [first.body, ...lines, ...more].filter(Boolean).join('\n') };
}

/** A condition as a sentence: `Main: available is below 500.00 USDT`. */
export function formatCondition(
  {
    label,
    kind,
    limit,
    hours,
  }: Pick<Extract<AlertDetails, { rule: 'condition' }>, 'label' | 'kind' | 'limit' | 'hours'>,
  hidden: boolean,
  words: I18n,
): string {
  const whose = label ?? words.t('all_accounts');
  if (kind === 'equity_fall') {
    return words.t(
      'condition_equity_fall',
      whose,
      words.t('percent', formatLimit(limit, words)),
      formatCount(hours, words),
    );
  }
  const key: MessageKey = hidden ? `condition_hidden_${kind}` : `condition_${kind}`;
  return words.t(key, whose, formatMoney(limit, 'USDT', words));
}

function formatLimit(limit: Decimal, words: I18n): string {
  return new Intl.NumberFormat(words.locale, { maximumFractionDigits: 2 }).format(limit as `${number}`);
}

type Risk = Extract<AlertDetails, { rule: 'risk' }>;

function riskTitle({ due, level }: AlertNotice, { label, product, coin, rate, complete }: Risk, words: I18n): string {
  const name = words.t('card_name', coin, productLabel(product, words), label);
  const known = formatPercent(rate, words);
  const shown = complete ? known : words.t('at_least', known);
  if (due === 'recovery') return words.t('alert_recovery', name, shown);
  return words.t(due === 'rise' ? 'alert_rise' : 'alert_repeat', levelLabel(level, words), name, shown);
}

function riskBody(
  { due, previousLevel, at }: AlertNotice,
  { driver }: Risk,
  hidden: boolean,
  now: number,
  words: I18n,
): string {
  const sentence =
    driver && due !== 'recovery' ? `${describePosition(withShortPrice(driver), hidden, words).text}.` : '';
  const before = due === 'repeat' ? '' : words.t('alert_before', levelLabel(previousLevel, words));
  return [sentence, before, words.t('alert_read', formatAge(now - at, words))].filter(Boolean).join(' ');
}
