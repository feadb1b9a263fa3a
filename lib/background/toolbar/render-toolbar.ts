import { ensureAlarm } from '../../browser/api/alarms.ts';
import { clock } from '../../browser/api/clock.ts';
import { language } from '../../browser/api/i18n.ts';
import { show, type Toolbar } from '../../browser/api/toolbar.ts';
import * as alerts from '../../browser/storage/alert-items.ts';
import { isWiped } from '../../browser/storage/is-wiped.ts';
import * as items from '../../browser/storage/items.ts';
import { lock } from '../../browser/storage/lock-items.ts';
import { type Loaded, readAnyway, valueOrFallback, watch } from '../../browser/storage/store.ts';
import { loadAll, watchAny } from '../../browser/storage/store-many.ts';
import { silenceText } from '../../domain/alert/snooze-text.ts';
import type { MessageKey } from '../../domain/i18n/i18n.ts';
import type { Flight } from '../../domain/polling/poll-run.ts';
import { cardsOf } from '../../domain/portfolio/card.ts';
import { SHOWCASE_BADGE } from '../../domain/sample-data/sample-badge.ts';
import { lockedSince } from '../../domain/vault/lock.ts';
import { badgeOf, GROUNDS, LOCKED } from '../../domain/view/badge.ts';
import { tooltipOf } from '../../domain/view/tooltip.ts';
import { coalesce } from './coalesce.ts';

/** Everything that the toolbar shows, but for the run. */
const SHOWN_ITEMS = {
  accounts: items.accounts,
  readings: items.readings,
  settings: items.settings,
  lock,
  showcase: items.showcase,
  loss: items.loss,
  alarms: alerts.alarms,
  silence: alerts.silence,
};

/** Renders the toolbar after each change of what it shows. */
export function watchToolbar(): void {
  watchAny(Object.values(SHOWN_ITEMS), render);
  // Every round writes its run twice; only this part of it shows.
  watch(items.flight, (now, before) => {
    if (isWriteFailed(now) !== isWriteFailed(before)) void render();
  });
}

const isWriteFailed = (loaded: Loaded<Flight>) => valueOrFallback(items.flight, loaded).unstored;

let shown = '';

/** Shows in the toolbar what the storage holds, unless it shows that already. */
export const render = coalesce(async () => {
  const toolbar = await compose();
  const next = JSON.stringify(toolbar);
  if (next === shown) return;
  // Unknown until the browser has taken all of it.
  shown = '';
  await show(toolbar);
  shown = next;
});

/** Storage that cannot be used asks the user to act. */
async function compose(): Promise<Toolbar> {
  const words = language();
  const { accounts, readings, settings, loss, ...loaded } = await loadAll({ ...SHOWN_ITEMS, flight: items.flight });
  const act = (title: MessageKey) => ({ text: '!', ground: GROUNDS.act, title: words.text(title) });
  if (isWiped(accounts, loss)) return act('tooltip_wiped');
  const isUsable = 'value' in accounts && 'value' in readings && 'value' in settings;
  if (isWriteFailed(loaded.flight) || !isUsable || loaded.lock.state === 'newer') return act('tooltip_storage');
  if (accounts.value.length === 0 && valueOrFallback(items.showcase, loaded.showcase)) {
    return { ...SHOWCASE_BADGE, title: words.text('tooltip_sample') };
  }
  const watched = { accounts: accounts.value, readings: readings.value, settings: settings.value };
  const now = clock.now();
  // Once for both, for an account may hold a thousand positions.
  const cards = cardsOf(watched, now);
  const isLocked = watched.accounts.length > 0 && 'value' in loaded.lock && lockedSince(loaded.lock.value) !== null;
  const isRefused = valueOrFallback(alerts.alarms, loaded.alarms).refusedAt !== null;
  const silence = valueOrFallback(alerts.silence, loaded.silence);
  const { text, tone } = isLocked ? LOCKED : badgeOf(watched, now, isRefused, cards);
  const lines = [
    ...(isLocked ? [words.text('tooltip_locked')] : []),
    ...(isRefused ? [words.text('alert_refused')] : []),
    tooltipOf(watched, now, words, cards),
    ...silenceText(silence, watched.accounts, now, words),
  ];
  return { text, ground: GROUNDS[tone], title: lines.join('\n') };
}

/** Makes sure that the alarm rings in the user's period. */
export async function schedule(): Promise<void> {
  const { period } = await readAnyway(items.settings);
  await ensureAlarm(period);
}
