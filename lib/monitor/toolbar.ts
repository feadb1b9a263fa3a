import * as alerts from '../browser/alert-items.ts';
import { clock } from '../browser/clock.ts';
import * as items from '../browser/items.ts';
import { language } from '../browser/language.ts';
import { lock as lockItem } from '../browser/lock.ts';
import { isWiped } from '../browser/loss.ts';
import { ensureAlarm } from '../browser/schedule.ts';
import { load, readAnyway } from '../browser/store.ts';
import { show } from '../browser/toolbar.ts';
import { silenceText } from '../domain/alert/silence-text.ts';
import { badgeOf, GROUNDS, LOCKED } from '../domain/badge.ts';
import { cardsOf } from '../domain/card.ts';
import { lockedSince } from '../domain/lock.ts';
import { SHOWCASE_BADGE } from '../domain/showcase/showcase-badge.ts';
import { tooltipOf } from '../domain/tooltip.ts';
import type { MessageKey } from '../domain/words.ts';

/** Shows in the toolbar what the storage holds; storage that cannot be used asks the user to act. */
export async function render(): Promise<void> {
  const words = language();
  const [accounts, readings, settings, flight, lock, showcase, loss, alarms, silence] = await Promise.all([
    load(items.accounts),
    load(items.readings),
    load(items.settings),
    readAnyway(items.flight),
    load(lockItem),
    readAnyway(items.showcase),
    load(items.loss),
    readAnyway(alerts.alarms),
    readAnyway(alerts.silence),
  ]);
  const act = (title: MessageKey) => show({ text: '!', ground: GROUNDS.act, title: words.text(title) });
  if (isWiped(accounts, loss)) return await act('tooltip_wiped');
  const isUsable = 'value' in accounts && 'value' in readings && 'value' in settings;
  if (flight.unstored || !isUsable || lock.state === 'newer') return await act('tooltip_storage');
  if (accounts.value.length === 0 && showcase) {
    return await show({ ...SHOWCASE_BADGE, title: words.text('tooltip_sample') });
  }
  const watched = { accounts: accounts.value, readings: readings.value, settings: settings.value };
  const now = clock.now();
  // Once for both, for an account may hold a thousand positions.
  const cards = cardsOf(watched, now);
  const isLocked = watched.accounts.length > 0 && 'value' in lock && lockedSince(lock.value) !== null;
  const isRefused = alarms.refusedAt !== null;
  const { text, tone } = isLocked ? LOCKED : badgeOf(watched, now, isRefused, cards);
  const lines = [
    ...(isLocked ? [words.text('tooltip_locked')] : []),
    ...(isRefused ? [words.text('alert_refused')] : []),
    tooltipOf(watched, now, words, cards),
    ...silenceText(silence, watched.accounts, now, words),
  ];
  await show({ text, ground: GROUNDS[tone], title: lines.join('\n') });
}

/** Makes sure that the alarm rings in the user's period. */
export async function schedule(): Promise<void> {
  const { period } = await readAnyway(items.settings);
  await ensureAlarm(period);
}
