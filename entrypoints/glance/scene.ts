import type { Loaded } from '../../lib/browser/store.ts';
import { type Card, cardsOf, type Watched } from '../../lib/domain/card.ts';
import { type Flight, NO_FLIGHT } from '../../lib/domain/flight.ts';
import { type Refresh, refreshOf } from '../../lib/domain/refresh.ts';
import { troublesOf } from '../../lib/domain/trouble.ts';

/** What the popup has to go by: the stored values, the clock, and when the user last asked for a refresh. */
export type Known = { readonly [Name in keyof Watched]: Loaded<Watched[Name]> } & {
  readonly flight: Loaded<Flight>;
  readonly asked: number | null;
  readonly now: number;
};

/** What the popup shows: the figures, or why what is stored cannot be used. */
export type Scene =
  | { readonly state: 'newer' | 'broken' }
  | {
      readonly state: 'good';
      readonly watched: Watched;
      readonly cards: readonly Card[];
      readonly refresh: Refresh;
      /** The browser did not store what the last round learned. */
      readonly unstored: boolean;
      readonly now: number;
    };

/** What is seldom shown, once it is loaded. */
export type Extra = typeof import('./extra.ts');

/** Whether there is more to show than figures: trouble, a welcome, or storage that cannot be used. */
export function needsExtra(scene: Scene): boolean {
  if (scene.state !== 'good') return true;
  const { watched, cards, refresh, unstored } = scene;
  const isQuiet = refresh !== 'unanswered' && !unstored && cards.every(({ stale }) => !stale);
  return !isQuiet || watched.accounts.length === 0 || troublesOf(watched).length > 0;
}

export function sceneOf({ accounts, settings, readings, flight, asked, now }: Known): Scene {
  if (!('value' in accounts && 'value' in settings && 'value' in readings)) {
    return { state: [accounts, settings, readings].some(({ state }) => state === 'newer') ? 'newer' : 'broken' };
  }
  const watched = { accounts: accounts.value, settings: settings.value, readings: readings.value };
  const known = 'value' in flight ? flight.value : NO_FLIGHT;
  const { unstored } = known;
  return { state: 'good', watched, cards: cardsOf(watched, now), refresh: refreshOf(asked, known, now), unstored, now };
}
