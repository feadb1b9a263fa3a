import { useEffect, useState } from 'preact/hooks';
import type { Past } from '../../components/history-panel.tsx';
import { download } from '../../lib/browser/download.ts';
import type { Card } from '../../lib/domain/card.ts';
import { csvName, historyCsv } from '../../lib/domain/history-csv.ts';
import { TIERS, type TierName } from '../../lib/domain/tier.ts';
import { RANGES, type Range, reachOf, wholeOf } from '../../lib/domain/trace.ts';
import { recall } from './recall.ts';
import type { GoodScene } from './scene.ts';

const AWAITED: Past = { state: 'awaited' };

/** The past of a margin account, read anew after each round. */
export function usePast(scene: GoodScene, card: Card, range: Range): Past {
  const { landedAt, now, watched } = scene;
  const wanted = `${card.key} ${range}`;
  const [{ of, past }, setPast] = useState({ of: '', past: AWAITED });
  useEffect(() => {
    let isOld = false;
    const to = now + watched.readings.clockOffset;
    const { length, tier } = RANGES[range];
    const span = { from: to - length, to, reach: reachOf(tier, watched.settings.period) };
    void recall(scene, card, [{ tier, from: span.from }]).then((found) => {
      const [samples] = found ?? [];
      if (!isOld) setPast({ of: wanted, past: samples ? { state: 'good', samples, ...span } : { state: 'closed' } });
    });
    return () => {
      isOld = true;
    };
  }, [wanted, landedAt]);
  return of === wanted ? past : AWAITED;
}

/** Offers all that is kept of a margin account as a file. */
export async function exportHistory(scene: GoodScene, card: Card): Promise<void> {
  const names = Object.keys(TIERS) as TierName[];
  const tiers = await recall(
    scene,
    card,
    names.map((tier) => ({ tier, from: scene.now - TIERS[tier].kept })),
  );
  download(csvName(card, scene.now), 'text/csv', historyCsv(card, wholeOf(tiers ?? [])));
}
