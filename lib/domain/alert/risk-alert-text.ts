import { MINUTE } from '../core/time.ts';
import { formatAge, formatDistance, formatExact, formatPercent } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import { distancePercent, distanceToLiquidation } from '../margin/distance.ts';
import { compare, type Decimal, isKnown, isZero, percentToFraction } from '../money/amount.ts';
import { multiply } from '../money/decimal.ts';
import { levelLabel, productLabel } from '../view/labels.ts';
import { describePosition, positionName } from '../view/position-sentence.ts';
import { withShortPrice } from '../view/short-price.ts';
import type { AlertDetails, DrivingPosition } from './alert-details.ts';
import { formatLimit } from './condition-text.ts';
import type { AlertNotice } from './notices.ts';

const HUNDRED = '100' as Decimal;

type Risk = Extract<AlertDetails, { rule: 'risk' }>;

/** The title of a risk alert: the distance to liquidation if that made the level, otherwise the margin ratio. */
export function formatRiskTitle({ due, level }: AlertNotice, details: Risk, i18n: I18n): string {
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

/** The body of a risk alert: the position, what would help, and the age of figures older than a minute. */
export function formatRiskBody(
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
  const found = distanceToLiquidation(driver, []);
  const way = distance ?? (typeof found === 'string' ? null : found.distance);
  const position = withShortPrice(driver);
  const { liquidation, mark } = position;
  if (way === null || isZero(way) || !isKnown(liquidation) || !isKnown(mark))
    return `${describePosition(position, found, hidden, i18n)}.`;
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
