import { computed, effect, type ReadonlySignal, type Signal } from '@preact/signals';
import { maxGap, RANGES, selectSamples } from '../../lib/domain/history/range.ts';
import { seriesKey } from '../../lib/domain/history/sample.ts';
import { buildSparkline, type Sparkline } from '../../lib/domain/history/sparkline.ts';
import { buildSampleHistory } from '../../lib/domain/sample-data/sample-history.ts';
import { readHistory } from '../../lib/history/read.ts';
import type { ReadyViewModel, ViewModel } from './view-model.ts';

const TIER = 'tenMinutes';

/** Updates `sparklines`, the risk over 24 hours, after each poll and each change of accounts. */
export function followSparklines(
  viewModel: ReadonlySignal<ViewModel>,
  sparklines: Signal<ReadonlyMap<string, Sparkline>>,
): void {
  const version = computed(() => buildVersion(viewModel.value));
  let latest: string | null = null;
  effect(() => {
    const current = version.value;
    const view = viewModel.peek();
    if (current === null || view.state !== 'ready') return;
    latest = current;
    // A slow read must not overwrite a newer one.
    void readSparklines(view).then((found) => {
      if (latest === current) sparklines.value = found;
    });
  });
}

/** Returns a key for the last poll and the accounts; null while a poll is running. */
function buildVersion(view: ViewModel): string | null {
  if (view.state !== 'ready' || view.polledAt === null) return null;
  return [view.polledAt, ...view.portfolio.accounts.map(({ id }) => id)].join(' ');
}

/** Returns the sparklines by the key of the card; empty if the browser gives no history. */
async function readSparklines(view: ReadyViewModel): Promise<ReadonlyMap<string, Sparkline>> {
  const { portfolio, cards, isSampleData, now } = view;
  const { accounts, readings, settings } = portfolio;
  const to = now + readings.clockOffset;
  const from = to - RANGES.day.length;
  const queries = isSampleData ? [] : accounts.map(({ id }) => ({ account: id, tier: TIER, from }) as const);
  const found = queries.length > 0 ? await readHistory(queries) : null;
  const chunks = new Map(queries.map(({ account }, index) => [account, found?.[index] ?? []]));
  const entries = cards.flatMap((card) => {
    const { key, account, margin } = card;
    const samples = isSampleData
      ? buildSampleHistory(card, TIER, from, to)
      : selectSamples(chunks.get(account.id) ?? [], seriesKey(margin), from);
    const sparkline = buildSparkline(samples, { from, to, reach: maxGap(TIER, settings.period) }, settings.thresholds);
    return sparkline ? [[key, sparkline] as const] : [];
  });
  return new Map(entries);
}
