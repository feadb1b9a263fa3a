import { clock } from '../browser/clock.ts';
import * as items from '../browser/items.ts';
import { read } from '../browser/store.ts';
import { cardsOf } from '../domain/card.ts';
import type { Readings } from '../domain/reading.ts';
import { sampleOf, seriesOf } from '../domain/sample.ts';
import { addToHistory } from '../history/write.ts';
import { alone } from './belongings.ts';

/** Adds to the history what was read since `startedAt`, of the accounts that are still there. */
export async function record(readings: Readings, startedAt: number): Promise<void> {
  await alone(async () => {
    const [accounts, settings] = await Promise.all([read(items.accounts), read(items.settings)]);
    const { clockOffset } = readings;
    const now = clock.now();
    const cards = cardsOf({ accounts, readings, settings }, now).filter(({ at }) => at >= startedAt);
    const byAccount = Map.groupBy(cards, ({ account }) => account.id);
    const news = [...byAccount].map(
      ([id, list]) => [id, list.map((card) => [seriesOf(card.margin), sampleOf(card, clockOffset)] as const)] as const,
    );
    await addToHistory(news, now + clockOffset);
  });
}
