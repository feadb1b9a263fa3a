import { MINUTE } from '../core/time.ts';
import {
  formatAge,
  formatClock,
  formatCount,
  formatDistance,
  formatExact,
  formatMoney,
  formatPercent,
} from '../i18n/format.ts';
import type { I18n, MessageKey } from '../i18n/i18n.ts';
import { distancePercent } from '../margin/distance.ts';
import { liquidationDistance } from '../margin/position.ts';
import { compare, type Decimal, isKnown, isZero, percentToFraction } from '../money/amount.ts';
import { multiply } from '../money/decimal.ts';
import { levelLabel, productLabel } from '../view/labels.ts';
import { describePosition, positionName } from '../view/position-sentence.ts';
import { withShortPrice } from '../view/short-price.ts';
import type { AlertDetails, DrivingPosition } from './alert-details.ts';
import { isPercentKind } from './condition.ts';
import { type AlertNotice, canAcknowledge } from './notices.ts';

/** An alert in the reader's language. */
export type AlertText = { readonly title: string; readonly body: string };

/** Formats an alert. With `hidden`, the text contains no amount and no price that reveals one. */
export function formatAlert(notice: AlertNotice, hidden: boolean, now: number, i18n: I18n): AlertText {
  const { details, due } = notice;
  switch (details.rule) {
    case 'risk':
      return { title: riskTitle(notice, details, i18n), body: riskBody(notice, details, hidden, now, i18n) };
    case 'unknown': {
      const { label, product, coin, lastLevel, why } = details;
      const name = i18n.t('card_name', coin, productLabel(product, i18n), label);
      if (due === 'resolved') return { title: i18n.t('alert_known', name), body: '' };
      const last = i18n.t('alert_last_level', levelLabel(lastLevel, i18n));
      return { title: i18n.t('alert_unknown', name), body: `${i18n.t(why)} ${last}` };
    }
    case 'lost':
      if (due === 'resolved') return { title: i18n.t('alert_back', details.label), body: '' };
      return {
        title: i18n.t('alert_lost', details.label),
        body: i18n.t('alert_lost_body', formatClock(notice.at, i18n)),
      };
    case 'liquidating':
      if (due === 'resolved') return { title: i18n.t('alert_liquidating_over', details.label), body: '' };
      return { title: i18n.t('alert_liquidating', details.label), body: i18n.t('alert_liquidating_body') };
    case 'locked':
      if (due === 'resolved') return { title: i18n.t('alert_unlocked'), body: '' };
      return { title: i18n.t('alert_locked'), body: i18n.t('alert_locked_body') };
    case 'condition': {
      const what = formatCondition(details, hidden, i18n);
      return {
        title: due === 'raised' ? what : i18n.t(due === 'repeated' ? 'alert_still' : 'alert_over', what),
        body:
          details.value && !hidden && details.kind !== 'distance_below'
            ? i18n.t('alert_now', formatMoney(details.value, 'USDT', i18n))
            : '',
      };
    }
  }
}

const MAX_LINES = 4;
const HUNDRED = '100' as Decimal;

/** Combines several alerts into one text: the most urgent in full, the others by title. */
export function formatAlerts(all: readonly AlertNotice[], hidden: boolean, now: number, i18n: I18n): AlertText {
  const [first, ...others] = all.map((notice) => formatAlert(notice, hidden, now, i18n));
  if (!first) return { title: '', body: '' };
  const lines = others.slice(0, MAX_LINES).map(({ title }) => title);
  const rest = others.length - lines.length;
  const more = rest > 0 ? [i18n.t('alert_more', formatCount(rest, i18n))] : [];
  return { title: first.title, body: [first.body, ...lines, ...more].filter(Boolean).join('\n') };
}

/** The labels of a notification's buttons; `url` is the page that the first one opens, if any. */
export function formatButtons(all: readonly AlertNotice[], url: string | null, i18n: I18n): string[] {
  const details = all[0]?.details;
  const symbol = details?.rule === 'risk' ? details.driver?.symbol : undefined;
  return [
    ...(url !== null && symbol ? [i18n.t('alert_open', symbol)] : []),
    ...(all.some(canAcknowledge) ? [i18n.t('alert_seen')] : []),
  ];
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
  i18n: I18n,
): string {
  const whose = label ?? i18n.t('all_accounts');
  if (isPercentKind(kind)) {
    return i18n.t(`condition_${kind}`, whose, i18n.t('percent', formatLimit(limit, i18n)), formatCount(hours, i18n));
  }
  const key: MessageKey = hidden ? `condition_hidden_${kind}` : `condition_${kind}`;
  return i18n.t(key, whose, formatMoney(limit, 'USDT', i18n));
}

function formatLimit(limit: Decimal, i18n: I18n): string {
  return new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 2 }).format(limit as `${number}`);
}

type Risk = Extract<AlertDetails, { rule: 'risk' }>;

function riskTitle({ due, level }: AlertNotice, details: Risk, i18n: I18n): string {
  const { label, product, coin, rate, complete, driver, distance } = details;
  if (driver && distance && due !== 'resolved') {
    const title = i18n.t('alert_near', driver.symbol, formatNear(distance, i18n));
    return due === 'raised' ? title : i18n.t('alert_still', title);
  }
  const name = i18n.t('card_name', coin, productLabel(product, i18n), label);
  const known = formatPercent(rate, i18n);
  const shown = complete ? known : i18n.t('at_least', known);
  if (due === 'resolved') return i18n.t('alert_recovery', name, shown);
  return i18n.t(due === 'raised' ? 'alert_rise' : 'alert_repeat', levelLabel(level, i18n), name, shown);
}

function riskBody(
  { due, previousLevel, at }: AlertNotice,
  details: Risk,
  hidden: boolean,
  now: number,
  i18n: I18n,
): string {
  const sentences =
    due === 'resolved'
      ? [i18n.t('alert_before', levelLabel(previousLevel, i18n))]
      : [describeDriver(details, hidden, i18n), describeRemedy(details, hidden, i18n)];
  const age = now - at >= MINUTE ? i18n.t('alert_read', formatAge(now - at, i18n)) : '';
  return [...sentences, age].filter(Boolean).join(' ');
}

/** `Main · long 20×: a fall to 57,842.20 liquidates it.`, with the symbol instead of the label if the title lacks it. */
function describeDriver({ driver, distance, label }: Risk, hidden: boolean, i18n: I18n): string {
  if (!driver) return '';
  const way = distance ?? liquidationDistance(driver);
  const position = withShortPrice(driver);
  const { liquidation, mark } = position;
  if (way === null || isZero(way) || !isKnown(liquidation) || !isKnown(mark))
    return `${describePosition(position, hidden, i18n).text}.`;
  const name = distance ? `${label} · ${nameWithoutSymbol(driver, i18n)}` : positionName(driver, i18n);
  if (hidden) return distance ? `${name}.` : `${name}: ${i18n.t('position_away', formatNear(way, i18n))}.`;
  const isBelow = compare(liquidation, mark) < 0;
  return i18n.t(isBelow ? 'alert_price_below' : 'alert_price_above', name, formatExact(liquidation, i18n));
}

/** `long 20×`, and the margin mode unless it is cross. */
function nameWithoutSymbol({ side, leverage, mode }: DrivingPosition, i18n: I18n): string {
  const times = isKnown(leverage) ? i18n.t('times', formatExact(leverage, i18n)) : '';
  const apart = mode === 'crossed' ? '' : i18n.t(`mode_${mode}`);
  return [i18n.t(`side_${side}`), times, apart].filter(Boolean).join(' ');
}

function describeRemedy({ remedy }: Risk, hidden: boolean, i18n: I18n): string {
  if (!remedy) return '';
  if (hidden) return i18n.t('alert_add_hidden');
  const { add, coin, goal } = remedy;
  const restored = i18n.t('percent', formatLimit(multiply(goal, HUNDRED), i18n));
  return i18n.t('alert_add', `${formatExact(add, i18n)} ${coin}`, restored);
}

/** Formats a distance, cut, and never as zero: `< 0.1%`. */
function formatNear(distance: Decimal, i18n: I18n): string {
  const { isLessThan, percent } = distancePercent(distance);
  const shown = formatDistance(multiply(percent, percentToFraction(1)), i18n);
  return isLessThan ? i18n.t('alert_less', shown) : shown;
}
