import { seriesOf } from '../../lib/domain/sample.ts';
import { type Spark, sparkOf } from '../../lib/domain/spark.ts';
import { RANGES, reachOf, samplesOf } from '../../lib/domain/trace.ts';
import { readHistory } from '../../lib/history/read.ts';
import type { GoodScene } from './scene.ts';

const TIER = 'tenMinutes';

/** The course of each margin account's risk over 24 hours, by the key of its card; none where the browser gives no history. */
export async function readSparks({ watched, cards, now }: GoodScene): Promise<ReadonlyMap<string, Spark>> {
  const { accounts, readings, settings } = watched;
  const to = now + readings.clockOffset;
  const span = { from: to - RANGES.day.length, to, reach: reachOf(TIER, settings.period) };
  const found = await readHistory(accounts.map(({ id }) => ({ account: id, tier: TIER, from: span.from })));
  const chunks = new Map(accounts.map(({ id }, index) => [id, found?.[index] ?? []]));
  const sparks = cards.flatMap(({ key, account, margin }) => {
    const samples = samplesOf(chunks.get(account.id) ?? [], seriesOf(margin), span.from);
    const spark = sparkOf(samples, span, settings.thresholds);
    return spark ? [[key, spark] as const] : [];
  });
  return new Map(sparks);
}
