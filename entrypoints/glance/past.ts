import { useEffect, useState } from 'preact/hooks';
import type { Past } from '../../components/history-panel.tsx';
import { download } from '../../lib/browser/download.ts';
import type { Card } from '../../lib/domain/card.ts';
import { csvName, historyCsv } from '../../lib/domain/history-csv.ts';
import { seriesOf } from '../../lib/domain/sample.ts';
import { RANGES, type Range, reachOf, samplesOf, wholeOf } from '../../lib/domain/trace.ts';
import { readHistory } from '../../lib/history/read.ts';
import type { GoodScene } from './scene.ts';

const AWAITED: Past = { state: 'awaited' };

/** The past of a margin account, read anew after each round. */
export function usePast({ landedAt, now, watched }: GoodScene, { account, margin }: Card, range: Range): Past {
  const series = seriesOf(margin);
  const wanted = `${account.id} ${series} ${range}`;
  const [{ of, past }, setPast] = useState({ of: '', past: AWAITED });
  useEffect(() => {
    let isOld = false;
    const to = now + watched.readings.clockOffset;
    const { length, tier } = RANGES[range];
    const span = { from: to - length, to, reach: reachOf(tier, watched.settings.period) };
    void readHistory([{ account: account.id, tier, from: span.from }]).then((found) => {
      if (isOld) return;
      const samples = samplesOf(found?.[0] ?? [], series, span.from);
      setPast({ of: wanted, past: found ? { state: 'good', samples, ...span } : { state: 'closed' } });
    });
    return () => {
      isOld = true;
    };
  }, [wanted, landedAt]);
  return of === wanted ? past : AWAITED;
}

/** Offers all that is kept of a margin account as a file. */
export async function exportHistory(card: Card, now: number): Promise<void> {
  const { account, margin } = card;
  const tiers = (['every', 'hour', 'day'] as const).map((tier) => ({ account: account.id, tier, from: 0 }));
  const found = (await readHistory(tiers)) ?? [];
  const samples = wholeOf(found.map((chunks) => samplesOf(chunks, seriesOf(margin), 0)));
  download(csvName(card, now), 'text/csv', historyCsv(card, samples));
}
