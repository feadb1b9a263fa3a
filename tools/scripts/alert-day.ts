import { parseAccounts } from '../../lib/bitget/parse/margin-accounts.ts';
import { parseClassicPositions, parseUnifiedPositions } from '../../lib/bitget/parse/positions.ts';
import { parseAssets } from '../../lib/bitget/parse/unified-assets.ts';
import { USUAL_PRODUCT_TYPES } from '../../lib/domain/account/product-type.ts';
import { type Alerting, DEFAULT_ALERTING } from '../../lib/domain/alert/alert-settings.ts';
import { alertText } from '../../lib/domain/alert/alert-text.ts';
import { type News, newsOf } from '../../lib/domain/alert/notices.ts';
import { NO_SILENCE } from '../../lib/domain/alert/snooze.ts';
import { mattersOf } from '../../lib/domain/alert/subjects.ts';
import { advance, type Book, NO_ALARMS, settled } from '../../lib/domain/alert/update-alert-states.ts';
import type { Result } from '../../lib/domain/core/result.ts';
import { DAY, MINUTE } from '../../lib/domain/core/time.ts';
import type { AccountReading, Reading } from '../../lib/domain/polling/reading.ts';
import { READY } from '../../lib/domain/polling/reading.ts';
import { cardsOf, type Watched } from '../../lib/domain/portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../../lib/domain/settings/settings.ts';
import { account } from '../../lib/testing/builders.ts';
import { english } from '../../lib/testing/english-i18n.ts';
import { type LiveAccount, openAccount } from '../../simulator/bitget/account.ts';
import { demoAccounts } from '../../simulator/demo/accounts.ts';
import { openMarket, step } from '../../simulator/market/market.ts';
import { showMarket } from '../../simulator/market/publish.ts';
import { seeded } from '../../simulator/market/random.ts';

const START = Date.UTC(2026, 0, 1);
const WATCHED = ['Main', 'Unified'];

/** What one minute of the day brought: the highest risk of each margin account, and what was told. */
export type Minute = {
  readonly at: number;
  readonly risks: Readonly<Record<string, string>>;
  readonly told: readonly News[];
};

/** A day of a wild market: 1,440 rounds over two demo accounts, each parsed, stepped and told as the product does it. */
export function simulateDay(seed: number, alerting: Alerting = DEFAULT_ALERTING): readonly Minute[] {
  const random = seeded(seed);
  const demos = demoAccounts().filter(({ label }) => WATCHED.includes(label));
  const live = demos.map((spec) => ({ ...spec, account: openAccount(spec) }));
  const minutes: Minute[] = [];
  let market = openMarket();
  let book: Book = NO_ALARMS;
  for (let at = START; at < START + DAY; at += MINUTE) {
    market = step(market, random);
    for (const { account: each, book: holdings } of live) showMarket(each, holdings, market, at);
    const watched: Watched = {
      settings: DEFAULT_SETTINGS,
      accounts: live.map(({ label }) => account({ id: label, label })),
      readings: {
        clockOffset: 0,
        accounts: Object.fromEntries(live.map(({ label, account: each }) => [label, readingOf(each, at)])),
      },
    };
    const matters = mattersOf(watched, alerting, null, at);
    book = advance(book, matters, watched, alerting, at);
    const issue = newsOf(book, matters, alerting, NO_SILENCE, DEFAULT_SETTINGS.period, at);
    book = settled(book, issue, true, at);
    const risks = cardsOf(watched, at).map(({ key, risk }) => [key, risk.rate ?? '?'] as const);
    minutes.push({ at, risks: Object.fromEntries(risks), told: issue.loud });
  }
  return minutes;
}

function readingOf(live: LiveAccount, at: number): AccountReading {
  const fresh = <T>(result: Result<T>): Reading<T> => {
    if (!result.ok) throw new Error(`the simulated market is unreadable: ${JSON.stringify(result.failure)}`);
    return { state: 'fresh', at, figures: result.value };
  };
  if (live.family === 'unified') {
    const lists = Object.values(live.currentPositions).flatMap((list) => list ?? []);
    return {
      revision: 1,
      family: 'unified',
      margin: { UNIFIED: fresh(parseAssets(live.assets)) },
      positions: { UNIFIED: fresh(parseUnifiedPositions({ list: lists })) },
      retry: READY,
    };
  }
  const each = <T>(read: (product: (typeof USUAL_PRODUCT_TYPES)[number]) => T) =>
    Object.fromEntries(USUAL_PRODUCT_TYPES.map((product) => [product, read(product)]));
  return {
    revision: 1,
    family: 'classic',
    margin: each((product) => fresh(parseAccounts(live.accounts[product] ?? [], product))),
    positions: each((product) => fresh(parseClassicPositions(live.positions[product] ?? []))),
    retry: READY,
  };
}

if (import.meta.main) {
  const seed = Number(process.argv[2] ?? 7);
  const day = simulateDay(seed);
  for (const { at, told } of day) {
    for (const news of told) {
      const { title, body } = alertText(news, false, at, english);
      console.log(`${new Date(at).toISOString().slice(11, 16)}  ${title}\n       ${body}`);
    }
  }
  const count = day.reduce((sum, { told }) => sum + told.length, 0);
  console.log(`${count} alerts in ${day.length} rounds (seed ${seed}).`);
}
