import { MINUTE } from '../../lib/domain/core/time.ts';
import { selectSamples } from '../../lib/domain/history/range.ts';
import type { TierName } from '../../lib/domain/history/retention.ts';
import { type Sample, seriesKey } from '../../lib/domain/history/sample.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { buildSampleHistory } from '../../lib/domain/sample-data/sample-history.ts';
import { readHistory } from '../../lib/history/read.ts';
import type { ReadyViewModel } from './view-model.ts';

/** The page's clock ticks once a second, and the server's is known to less than this. */
const TOLERANCE = MINUTE;

/** Selects the samples of one tier since `from`, in ms. */
export type SampleQuery = { readonly tier: TierName; readonly from: number };

/**
 * Returns the samples of one margin account, one list for each query; null if the browser gives no history. Sample
 * accounts have a generated history.
 */
export async function readSamples(
  view: Pick<ReadyViewModel, 'isSampleData' | 'now' | 'portfolio'>,
  card: Card,
  queries: readonly SampleQuery[],
): Promise<readonly (readonly Sample[])[] | null> {
  const { account, margin } = card;
  if (view.isSampleData) return queries.map(({ tier, from }) => buildSampleHistory(card, tier, from, view.now));
  const found = await readHistory(queries.map((query) => ({ ...query, account: account.id })));
  const until = view.now + view.portfolio.readings.clockOffset + TOLERANCE;
  return (
    found?.map((chunks, index) => selectSamples(chunks, seriesKey(margin), queries[index]?.from ?? 0, until)) ?? null
  );
}
