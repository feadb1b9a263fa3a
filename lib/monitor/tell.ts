import * as alerts from '../browser/alert-items.ts';
import { clock } from '../browser/clock.ts';
import * as items from '../browser/items.ts';
import { language } from '../browser/language.ts';
import { lock } from '../browser/lock.ts';
import { notify, withdraw } from '../browser/notify.ts';
import { load, read, readAnyway, StoreError, update, write } from '../browser/store.ts';
import { alertsText } from '../domain/alert/alert-text.ts';
import type { Alerting } from '../domain/alert/alerting.ts';
import { type Book, settled } from '../domain/alert/book.ts';
import { logged } from '../domain/alert/log.ts';
import { mattersOf } from '../domain/alert/matter.ts';
import { type Issue, isClearing, type News, newsOf, urgencyOf } from '../domain/alert/news.ts';
import type { Watched } from '../domain/card.ts';
import { lockedSince } from '../domain/lock.ts';

/** Held while something is told, so that nothing is told twice. */
const TELLING = 'tell';

/** Tells what is due by what is stored. What the browser refuses stays due, and is tried again at the next round. */
export async function tell(): Promise<void> {
  await navigator.locks.request(TELLING, async () => {
    const stored = await load(alerts.alarms);
    if (!('value' in stored)) return;
    const [accounts, settings, readings] = await Promise.all([
      read(items.accounts),
      read(items.settings),
      read(items.readings),
    ]);
    const change = await announce({ accounts, settings, readings }, stored.value);
    await update(alerts.alarms, change);
  });
}

/** The same by what could not be stored; what was told is then kept for as long as the browser runs. */
export async function tellUnstored(watched: Watched, book: Book): Promise<void> {
  await navigator.locks.request(TELLING, async () => {
    const change = await announce(watched, book);
    await write(alerts.spareAlarms, change(book));
  });
}

/**
 * How the user wants to be told, by default where that cannot be read, for silence would be worse; and since when
 * watching is locked, or null.
 */
export async function manners(): Promise<{ readonly alerting: Alerting; readonly locked: number | null }> {
  const [alerting, told] = await Promise.all([readAnyway(alerts.alerting), readAnyway(lock)]);
  return { alerting, locked: lockedSince(told) };
}

/** Tells what is due, and returns what that changes in the book. */
async function announce(watched: Watched, book: Book): Promise<(book: Book) => Book> {
  const now = clock.now();
  const [{ alerting, locked }, silence] = await Promise.all([manners(), readAnyway(alerts.silence)]);
  const matters = mattersOf(watched, alerting, locked, now);
  const issue = newsOf(book, matters, alerting, silence, watched.settings.period, now);
  const accepted = await shout(issue.loud, watched.settings.hideAmounts, now);
  await enter(issue, accepted, now);
  return (present) => settled(present, issue, accepted, now);
}

/** All news of a round as one notification; what was lost and is back only takes its own one away. */
async function shout(news: readonly News[], hidden: boolean, now: number): Promise<boolean> {
  const over = news.filter(isClearing).map(({ key }) => idOf(key));
  if (over.length > 0) await withdraw((id) => over.includes(id));
  const said = news.filter((each) => !isClearing(each));
  const [first] = said;
  if (!first) return true;
  const id = idOf(said.length === 1 ? first.key : 'several');
  return await notify({ id, ...alertsText(said, hidden, now, language()), urgency: urgencyOf(said) });
}

/** The id of a notification: a later one about the same matter takes the place of an earlier one. */
function idOf(key: string): string {
  return `alert/${key}`;
}

/** The log is for the eye: that it cannot be written stops no alert. */
async function enter({ loud, silent }: Issue, accepted: boolean, now: number): Promise<void> {
  if (loud.length + silent.length === 0) return;
  try {
    await update(alerts.alertLog, (log) =>
      logged(logged(log, silent, 'silenced', now), loud, accepted ? 'told' : 'refused', now),
    );
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}
