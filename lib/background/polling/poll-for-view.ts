import * as items from '../../browser/storage/items.ts';
import { load } from '../../browser/storage/store.ts';
import { SECOND } from '../../domain/core/time.ts';
import { poll } from './poll.ts';

/** Tolerance for page timers, so that a view does not skip its turn. */
const TIMER_TOLERANCE = SECOND / 2;

/**
 * Polls for an open view. However many views are open, rounds are at least one view period apart, including those of
 * the alarm and the user. Our back-off does not apply, Bitget's deadlines do.
 */
export async function pollForView(): Promise<void> {
  const settings = await load(items.settings);
  if ('value' in settings) await poll('view', settings.value.viewPeriod * SECOND - TIMER_TOLERANCE);
}
