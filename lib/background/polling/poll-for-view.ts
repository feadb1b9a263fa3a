import * as items from '../../browser/storage/items.ts';
import { load } from '../../browser/storage/store.ts';
import { SECOND } from '../../domain/core/time.ts';
import { poll } from './poll.ts';

/** Timers of pages are not exact; a view must not miss its turn by a hair. */
const TIMER_TOLERANCE = SECOND / 2;

/**
 * A view that is open wishes for a round. However many views there are, rounds begin a view's period apart, those of
 * the alarm and of the user counted; and a wish passes by neither our own patience nor a deadline of Bitget's.
 */
export async function pollForView(): Promise<void> {
  const settings = await load(items.settings);
  if ('value' in settings) await poll(false, settings.value.viewPeriod * SECOND - TIMER_TOLERANCE);
}
