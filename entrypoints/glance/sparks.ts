import { seriesOf } from '../../lib/domain/sample.ts';
import { showcasePast } from '../../lib/domain/showcase/past.ts';
import { type Spark, sparkOf } from '../../lib/domain/spark.ts';
import { RANGES, reachOf, samplesOf } from '../../lib/domain/trace.ts';
import { readHistory } from '../../lib/history/read.ts';
import type { GoodScene } from './scene.ts';

const TIER = 'tenMinutes';

/** The course of each margin account's risk over 24 hours, by the key of its card; none where the browser gives no history. */
export async function readSparks({ watched, cards, showcased, now }: GoodScene): Promise<ReadonlyMap<string, Spark>> {
  const { accounts, readings, settings } = watched;
  const to = now + readings.clockOffset;
  const from = to - RANGES.day.length;
  const wanted = showcased ? [] : accounts.map(({ id }) => ({ account: id, tier: TIER, from }) as const);
  const found = wanted.length > 0 ? await readHistory(wanted) : null;
  const chunks = new Map(wanted.map(({ account }, index) => [account, found?.[index] ?? []]));
  const sparks = cards.flatMap((card) => {
    const { key, account, margin } = card;
    const samples = showcased
      ? showcasePast(card, TIER, from, to)
      : samplesOf(chunks.get(account.id) ?? [], seriesOf(margin), from);
    const spark = sparkOf(samples, { from, to, reach: reachOf(TIER, settings.period) }, settings.thresholds);
    return spark ? [[key, spark] as const] : [];
  });
  return new Map(sparks);
}
