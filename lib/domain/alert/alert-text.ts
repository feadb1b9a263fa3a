import { age, clock, count, money, percent } from '../i18n/format.ts';
import type { MessageKey, Words } from '../i18n/i18n.ts';
import type { Decimal } from '../money/amount.ts';
import { levelLabel, productLabel } from '../view/labels.ts';
import { positionSentence } from '../view/position-sentence.ts';
import { withShortPrice } from '../view/short-price.ts';
import type { About, News } from './notices.ts';

/** An alert in the reader's words. */
export type AlertText = { readonly title: string; readonly body: string };

/** What an alert says; with `hidden` it holds no amount and no price that tells one. */
export function alertText(news: News, hidden: boolean, now: number, words: Words): AlertText {
  const { about, due } = news;
  switch (about.rule) {
    case 'risk':
      return { title: riskTitle(news, about, words), body: riskBody(news, about, hidden, now, words) };
    case 'lost':
      if (due === 'recovery') return { title: words.text('alert_back', about.label), body: '' };
      return {
        title: words.text('alert_lost', about.label),
        body: words.text('alert_lost_body', clock(news.at, words)),
      };
    case 'liquidating':
      if (due === 'recovery') return { title: words.text('alert_liquidating_over', about.label), body: '' };
      return { title: words.text('alert_liquidating', about.label), body: words.text('alert_liquidating_body') };
    case 'locked':
      if (due === 'recovery') return { title: words.text('alert_unlocked'), body: '' };
      return { title: words.text('alert_locked'), body: words.text('alert_locked_body') };
    case 'condition': {
      const what = conditionText(about, hidden, words);
      return {
        title: due === 'rise' ? what : words.text(due === 'repeat' ? 'alert_still' : 'alert_over', what),
        body: about.value && !hidden ? words.text('alert_now', money(about.value, 'USDT', words)) : '',
      };
    }
  }
}

const MOST_LINES = 4;

/** Several alerts as one: the most urgent in full, then the others by their titles. */
export function alertsText(all: readonly News[], hidden: boolean, now: number, words: Words): AlertText {
  const [first, ...others] = all.map((news) => alertText(news, hidden, now, words));
  if (!first) return { title: '', body: '' };
  const lines = others.slice(0, MOST_LINES).map(({ title }) => title);
  const rest = others.length - lines.length;
  const more = rest > 0 ? [words.text('alert_more', count(rest, words))] : [];
  return { title: first.title, body: [first.body, ...lines, ...more].filter(Boolean).join('\n') };
}

/** A condition as a sentence: `Main: available is below 500.00 USDT`. */
export function conditionText(
  { label, kind, limit, hours }: Pick<Extract<About, { rule: 'condition' }>, 'label' | 'kind' | 'limit' | 'hours'>,
  hidden: boolean,
  words: Words,
): string {
  const whose = label ?? words.text('all_accounts');
  if (kind === 'equity_fall') {
    return words.text(
      'condition_equity_fall',
      whose,
      words.text('percent', limitText(limit, words)),
      count(hours, words),
    );
  }
  const key: MessageKey = hidden ? `condition_hidden_${kind}` : `condition_${kind}`;
  return words.text(key, whose, money(limit, 'USDT', words));
}

function limitText(limit: Decimal, words: Words): string {
  return new Intl.NumberFormat(words.locale, { maximumFractionDigits: 2 }).format(limit as `${number}`);
}

type Risk = Extract<About, { rule: 'risk' }>;

function riskTitle({ due, level }: News, { label, product, coin, rate, complete }: Risk, words: Words): string {
  const name = words.text('card_name', coin, productLabel(product, words), label);
  const known = percent(rate, words);
  const shown = complete ? known : words.text('at_least', known);
  if (due === 'recovery') return words.text('alert_recovery', name, shown);
  return words.text(due === 'rise' ? 'alert_rise' : 'alert_repeat', levelLabel(level, words), name, shown);
}

function riskBody({ due, was, at }: News, { driver }: Risk, hidden: boolean, now: number, words: Words): string {
  const sentence =
    driver && due !== 'recovery' ? `${positionSentence(withShortPrice(driver), hidden, words).text}.` : '';
  const before = due === 'repeat' ? '' : words.text('alert_before', levelLabel(was, words));
  return [sentence, before, words.text('alert_read', age(now - at, words))].filter(Boolean).join(' ');
}
