import { useEffect, useState } from 'preact/hooks';
import type { History } from '../../components/history/history-panel.tsx';
import { download } from '../../lib/browser/page/download.ts';
import { csvFileName, formatHistoryCsv } from '../../lib/domain/export/history-csv.ts';
import { maxGap, mergeTiers, RANGES, type Range } from '../../lib/domain/history/range.ts';
import { TIERS, type TierName } from '../../lib/domain/history/retention.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { readSamples } from './read-samples.ts';
import type { ReadyViewModel } from './view-model.ts';

const WAITING: History = { state: 'awaited' };

/** Returns the history of a margin account, read again after each poll. */
export function useHistory(view: ReadyViewModel, card: Card, range: Range): History {
  const { polledAt, now, portfolio } = view;
  const query = `${card.key} ${range}`;
  const [loaded, setHistory] = useState({ query: '', history: WAITING });
  useEffect(() => {
    let isOld = false;
    const to = now + portfolio.readings.clockOffset;
    const { length, tier } = RANGES[range];
    const span = { from: to - length, to, maxGap: maxGap(tier, portfolio.settings.period) };
    void readSamples(view, card, [{ tier, from: span.from }]).then((found) => {
      const [samples] = found ?? [];
      if (!isOld) setHistory({ query, history: samples ? { state: 'good', samples, ...span } : { state: 'closed' } });
    });
    return () => {
      isOld = true;
    };
  }, [query, polledAt]);
  return loaded.query === query ? loaded.history : WAITING;
}

/** Downloads the whole history of a margin account as CSV. */
export async function exportHistory(view: ReadyViewModel, card: Card): Promise<void> {
  const names = Object.keys(TIERS) as TierName[];
  const tiers = await readSamples(
    view,
    card,
    names.map((tier) => ({ tier, from: view.now - TIERS[tier].kept })),
  );
  download(csvFileName(card, view.now), 'text/csv', formatHistoryCsv(card, mergeTiers(tiers ?? [])));
}
