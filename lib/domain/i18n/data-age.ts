import { SECOND } from '../core/time.ts';
import { formatAge } from './format.ts';
import type { I18n } from './i18n.ts';

/** Figures up to this age are live, in ms. */
const LIVE = 30 * SECOND;
/** The age in seconds changes in these steps, in ms, so that it does not count. */
const STEP = 10 * SECOND;

/** “Live” while readings come, or the age of the figures. A future time is not live: the clock was set back. */
export function formatDataAge(age: number, isInterrupted: boolean, i18n: I18n): { text: string; isLive: boolean } {
  if (!isInterrupted && Math.abs(age) < LIVE) return { text: i18n.t('live'), isLive: true };
  return { text: formatAge(age < STEP ? age : age - (age % STEP), i18n), isLive: false };
}
