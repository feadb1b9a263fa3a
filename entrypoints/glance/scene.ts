import { isWiped } from '../../lib/browser/loss.ts';
import type { Loaded } from '../../lib/browser/store.ts';
import type { AccountId } from '../../lib/domain/account.ts';
import { type Card, cardsOf, type Watched } from '../../lib/domain/card.ts';
import { type Flight, NO_FLIGHT } from '../../lib/domain/flight.ts';
import { areMany } from '../../lib/domain/group.ts';
import { type Refresh, refreshOf } from '../../lib/domain/refresh.ts';
import { troublesOf } from '../../lib/domain/trouble.ts';
import type { Words } from '../../lib/domain/words.ts';

/** What the popup has to go by: the stored values, the clock, and when the user last asked for a refresh. */
export type Known = { readonly [Name in keyof Watched]: Loaded<Watched[Name]> } & {
  readonly flight: Loaded<Flight>;
  readonly showcase: Loaded<boolean>;
  readonly folded: Loaded<readonly AccountId[]>;
  readonly loss: Loaded<number | null>;
  readonly asked: number | null;
  readonly now: number;
};

/** What the popup shows: the figures, or why what is stored cannot be used, or that the list of accounts was wiped. */
export type Scene = { readonly state: 'newer' | 'broken' | 'closed' | 'wiped' } | GoodScene;

export type GoodScene = {
  readonly state: 'good';
  readonly watched: Watched;
  readonly cards: readonly Card[];
  /** Sample data stand in for accounts. */
  readonly showcased: boolean;
  readonly refresh: Refresh;
  /** The browser did not store what the last round learned. */
  readonly unstored: boolean;
  /** When the last round was over; null while one flies. */
  readonly landedAt: number | null;
  /** The accounts whose group is folded. */
  readonly folded: readonly AccountId[];
  readonly now: number;
};

/** What is seldom shown, once it is loaded. */
export type Extra = typeof import('./extra.ts');

/** Whether there is more to show than figures: one more total, many accounts, trouble, a welcome, or storage that cannot be used. */
export function needsExtra(scene: Scene): boolean {
  if (scene.state !== 'good') return true;
  const { watched, cards, showcased, refresh, unstored } = scene;
  const isQuiet = !showcased && refresh !== 'unanswered' && !unstored && cards.every(({ stale }) => !stale);
  const { length } = watched.accounts;
  return (
    !isQuiet || length === 0 || watched.settings.alsoIn !== '' || areMany(length) || troublesOf(watched).length > 0
  );
}

/** Sample data, once they are loaded. */
export type Showcase = { showcaseOf(now: number, words: Words): Pick<Watched, 'accounts' | 'readings'> };

/** Whether sample data are to stand in for accounts: they are wished for, and there is none. */
export function isShowcased({ accounts, showcase }: Pick<Known, 'accounts' | 'showcase'>): boolean {
  return 'value' in accounts && accounts.value.length === 0 && 'value' in showcase && showcase.value;
}

/** `stand` is what stands in for accounts, if anything does. */
export function sceneOf(known: Known, stand: ReturnType<Showcase['showcaseOf']> | null = null): Scene {
  const { accounts, settings, readings, flight, folded, loss, asked, now } = known;
  if (!('value' in accounts && 'value' in settings && 'value' in readings)) {
    const states = [accounts, settings, readings].map(({ state }) => state);
    return { state: (['newer', 'closed'] as const).find((state) => states.includes(state)) ?? 'broken' };
  }
  if (isWiped(accounts, loss)) return { state: 'wiped' };
  const watched = { accounts: accounts.value, settings: settings.value, readings: readings.value, ...stand };
  const last = 'value' in flight ? flight.value : NO_FLIGHT;
  return {
    state: 'good',
    watched,
    cards: cardsOf(watched, now),
    showcased: stand !== null,
    refresh: refreshOf(asked, last, now),
    unstored: last.unstored,
    landedAt: last.endedAt,
    folded: 'value' in folded ? folded.value : [],
    now,
  };
}
