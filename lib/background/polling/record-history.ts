import { clock } from '../../browser/api/clock.ts';
import { buildSample, seriesKey } from '../../domain/history/sample.ts';
import { addToHistory } from '../../history/write.ts';
import type { Committed } from './commit-readings.ts';

/**
 * Adds figures read since `startedAt` to the history. Requires the same accounts lock as the commit, so that it records
 * nothing of a removed account.
 */
export async function recordHistory({ portfolio, cards }: Committed, startedAt: number): Promise<void> {
  const { clockOffset } = portfolio.readings;
  const byAccount = Map.groupBy(
    cards.filter(({ at }) => at >= startedAt),
    ({ account }) => account.id,
  );
  const samples = [...byAccount].map(
    ([id, list]) =>
      [id, list.map((card) => [seriesKey(card.margin), buildSample(card, clockOffset)] as const)] as const,
  );
  await addToHistory(samples, clock.now() + clockOffset);
}
