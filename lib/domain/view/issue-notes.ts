import type { Failure } from '../core/failure.ts';
import type { Words } from '../i18n/i18n.ts';
import { listed } from '../i18n/list.ts';
import type { Card } from '../portfolio/card.ts';
import type { Trouble } from '../portfolio/issues.ts';
import { productLabel } from './labels.ts';

/** One failure to be told once, with all the accounts that it befell: `Main (USDC-M), Grid bot`. */
export type Note = {
  readonly key: string;
  readonly where: string;
  readonly failure: Failure;
  readonly needsUser: boolean;
  /** When the first of them is asked again; 0 when nothing is in the way. */
  readonly retryAt: number;
};

/** Troubles with the same failure made one note, in the order of the troubles. */
export function notesOf(troubles: readonly Trouble[], words: Words): Note[] {
  const notes = new Map<string, Note>();
  for (const trouble of troubles) {
    const key = JSON.stringify(trouble.failure);
    const told = notes.get(key);
    notes.set(key, {
      key,
      where: listed([...(told ? [told.where] : []), place(trouble, words)], words),
      failure: trouble.failure,
      needsUser: trouble.needsUser,
      retryAt: Math.min(told?.retryAt ?? trouble.retryAt, trouble.retryAt),
    });
  }
  return [...notes.values()];
}

/** The age of the oldest stale figures of accounts about which nothing else is said; null of none. */
export function silentSince(cards: readonly Card[], troubles: readonly Trouble[]): number | null {
  const told = new Set(troubles.map(({ account }) => account.id));
  const silent = cards.filter(({ stale, account }) => stale && !told.has(account.id));
  return silent.length ? Math.min(...silent.map(({ at }) => at)) : null;
}

function place({ account, products, all }: Trouble, words: Words): string {
  if (all) return account.label;
  const names = products.map((product) => productLabel(product, words));
  return `${account.label} (${listed(names, words)})`;
}
