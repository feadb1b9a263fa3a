import { effect } from '@preact/signals';
import type { AccountId } from '../../lib/domain/account/account.ts';
import { DAY, MINUTE } from '../../lib/domain/core/time.ts';
import { collectEquity } from '../../lib/domain/history/account-equity.ts';
import { EQUITY_TOLERANCE } from '../../lib/domain/history/equity-change.ts';
import { buildEquityDay, type EquityDay } from '../../lib/domain/history/equity-day.ts';
import { maxGap } from '../../lib/domain/history/range.ts';
import { type Chunk, TIERS } from '../../lib/domain/history/retention.ts';
import { seriesKey } from '../../lib/domain/history/sample.ts';
import { buildSampleHistory } from '../../lib/domain/sample-data/sample-history.ts';
import { readHistory } from '../../lib/history/read.ts';
import type { State } from './state.ts';
import type { ReadyViewModel } from './view-model.ts';

const TIER = 'tenMinutes';

/** Keeps the course of the total up to date: after each round, and as time moves on. */
export function followEquity({ viewModel, equityDay }: State): void {
  let lastInputs = '';
  let lastRead = '';
  let reading: Promise<Chunks | null> = Promise.resolve(null);
  effect(() => {
    const view = viewModel.value;
    if (view.state !== 'ready') return;
    const inputs = nameInputs(view);
    if (inputs === lastInputs) return;
    lastInputs = inputs;
    const read = nameHistory(view);
    if (read !== lastRead) reading = readChunks(view);
    lastRead = read;
    void reading.then((chunks) => {
      if (inputs === lastInputs) equityDay.value = chunks && compareDay(view, chunks);
    });
  });
}

/** The view changes each second. This text changes when the figures do, and each minute. */
function nameInputs({ cards, polledAt, now, isSampleData }: ReadyViewModel): string {
  const figures = cards.map(({ key, at, stale }) => `${key} ${isSampleData ? '' : at} ${stale}`);
  return [polledAt, Math.floor(now / MINUTE), ...figures].join();
}

/** This text changes when there is more history to read: the figures of now are in the view. */
function nameHistory({ cards, now }: ReadyViewModel): string {
  return [Math.floor(now / TIERS[TIER].slot), ...cards.map(({ key }) => key)].join();
}

function compareDay({ cards, portfolio, now }: ReadyViewModel, chunks: Chunks): EquityDay | null {
  const { clockOffset } = portfolio.readings;
  // Samples have the exchange's time.
  const serverNow = now + clockOffset;
  const accounts = collectEquity(cards, chunks, begin(serverNow), serverNow);
  const day = buildEquityDay(accounts, serverNow, maxGap(TIER, portfolio.settings.period));
  return day && { ...day, change: { ...day.change, since: day.change.since - clockOffset } };
}

type Chunks = ReadonlyMap<AccountId, readonly Chunk[]>;

/** Returns the history of each account; null if the browser gives none. Sample accounts have a generated one. */
async function readChunks({ cards, portfolio, now, isSampleData }: ReadyViewModel): Promise<Chunks | null> {
  const from = begin(now + portfolio.readings.clockOffset);
  const byAccount = Map.groupBy(cards, ({ account }) => account.id);
  const ids = [...byAccount.keys()];
  if (isSampleData) {
    return new Map(
      [...byAccount].map(([id, list]) => {
        const series = list.map((card) => [seriesKey(card.margin), buildSampleHistory(card, TIER, from, now)]);
        return [id, [Object.fromEntries(series) as Chunk]];
      }),
    );
  }
  const found = await readHistory(ids.map((account) => ({ account, tier: TIER, from })));
  return found && new Map(ids.map((id, index) => [id, found[index] ?? []]));
}

function begin(now: number): number {
  return now - DAY - EQUITY_TOLERANCE;
}
