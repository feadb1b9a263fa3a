import { formatExact, formatPercent } from '../i18n/format.ts';
import type { I18n } from '../i18n/i18n.ts';
import type { Side } from '../margin/position.ts';
import type { Remedy } from '../margin/remedy.ts';
import type { RemedyObstacle } from '../margin/remedy-obstacle.ts';
import { isKnown } from '../money/amount.ts';
import { abs, type Decimal, multiply, parseDecimal, trimZeros } from '../money/decimal.ts';
import type { RiskDriver } from '../portfolio/risk-driver.ts';
import { shortenPrice } from './short-price.ts';

/** One way to reach a goal: what to do, what follows, and the bare number to copy; null when amounts are hidden. */
export type RemedyWay = { readonly title: string; readonly detail: string; readonly copy: Decimal | null };

/** A goal as the label of a choice: `2.5% away` or `70% ratio`. */
export function formatGoal(measure: RiskDriver['measure'], percent: number, i18n: I18n): string {
  return i18n.t(
    measure === 'distance' ? 'remedy_goal_distance' : 'remedy_goal_ratio',
    formatPlainPercent(percent, i18n),
  );
}

/** Explains why there is no estimate. */
export function explainObstacle(why: RemedyObstacle, goal: string, i18n: I18n): string {
  switch (why) {
    case 'met':
      return i18n.t('remedy_met', goal);
    case 'no price':
      return i18n.t('remedy_no_price');
    case 'coin-margined':
      return i18n.t('remedy_coin_margined');
    case 'stale':
    case 'partial':
    case 'hedged':
    case 'haircut':
    case 'reached':
      return i18n.t(`remedy_${why}`);
  }
}

/** Describes the ways of a remedy, the better one first. While amounts are hidden only percentages remain. */
export function describeWays(remedy: Remedy, driver: RiskDriver, hidden: boolean, i18n: I18n): readonly RemedyWay[] {
  const adding = describeAdding(remedy, driver, hidden, i18n);
  const closing = describeClosing(remedy, hidden, i18n);
  if (closing === null) return [adding];
  const [first, second] = remedy.isCloseFirst ? [closing, adding] : [adding, closing];
  return [first, { ...second, title: i18n.t('remedy_or', lowerFirst(second.title, i18n)) }];
}

function describeAdding({ add, coin, after }: Remedy, driver: RiskDriver, hidden: boolean, i18n: I18n): RemedyWay {
  const { measure, position } = driver;
  const ratio = i18n.t('remedy_ratio_then', formatPercent(after.ratio, i18n));
  if (hidden) return { title: i18n.t('remedy_add_hidden'), detail: ratio, copy: null };
  const amount = `${formatExact(add, i18n)} ${coin}`;
  const isolated = position?.mode === 'isolated' ? position : null;
  // The price is that of the nearest position, which only a distance names.
  const price =
    measure === 'distance' && after.liquidation
      ? i18n.t('remedy_price_then', formatExact(shortenAfter(after.liquidation, position.side), i18n))
      : '';
  return {
    title: isolated ? i18n.t('remedy_add_position', amount, isolated.symbol) : i18n.t('remedy_add', amount),
    detail: [price, ratio].filter(Boolean).join(' · '),
    copy: add,
  };
}

function describeClosing({ closing }: Remedy, hidden: boolean, i18n: I18n): RemedyWay | null {
  if (closing === null) return null;
  const { position, share, size } = closing;
  const title = i18n.t('remedy_close', formatPlainPercent(Number(multiply(share, HUNDRED)), i18n));
  if (hidden) return { title, detail: i18n.t('remedy_close_hidden', position.symbol), copy: null };
  const part = trimZeros(size);
  const all = isKnown(position.size) ? trimZeros(abs(position.size)) : part;
  const [partText, allText] = [formatExact(part, i18n), formatExact(all, i18n)];
  return { title, detail: i18n.t('remedy_close_size', partText, allText, position.symbol), copy: part };
}

const HUNDRED = parseDecimal(100);

/** Rounds towards the mark price, so that the price is never shown farther away than it is. */
function shortenAfter(price: Decimal, side: Side): Decimal {
  return shortenPrice(price, side === 'long');
}

function formatPlainPercent(percent: number, i18n: I18n): string {
  return i18n.t('percent', new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 2 }).format(percent));
}

function lowerFirst(text: string, { locale }: I18n): string {
  return text.slice(0, 1).toLocaleLowerCase(locale) + text.slice(1);
}
