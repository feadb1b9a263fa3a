import { parseMarginAccounts } from '../../lib/bitget/parse/margin-accounts.ts';
import { parseClassicPositions, parseUnifiedPositions } from '../../lib/bitget/parse/positions.ts';
import { parseUnifiedAssets } from '../../lib/bitget/parse/unified-assets.ts';
import { USUAL_PRODUCT_TYPES } from '../../lib/domain/account/product-type.ts';
import { type AlertSettings, DEFAULT_ALERT_SETTINGS } from '../../lib/domain/alert/alert-settings.ts';
import { formatAlert } from '../../lib/domain/alert/alert-text.ts';
import { markDelivered } from '../../lib/domain/alert/mark-delivered.ts';
import { type AlertNotice, collectDueNotices } from '../../lib/domain/alert/notices.ts';
import { NO_SNOOZE } from '../../lib/domain/alert/snooze.ts';
import { collectSubjects } from '../../lib/domain/alert/subjects.ts';
import { type AlertStates, NO_ALERT_STATES, updateAlertStates } from '../../lib/domain/alert/update-alert-states.ts';
import type { Result } from '../../lib/domain/core/result.ts';
import { DAY, MINUTE } from '../../lib/domain/core/time.ts';
import type { AccountReading, Reading } from '../../lib/domain/polling/reading.ts';
import { READY } from '../../lib/domain/polling/reading.ts';
import { buildCards, type Portfolio } from '../../lib/domain/portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../../lib/domain/settings/settings.ts';
import { buildAccount } from '../../lib/testing/builders.ts';
import { english } from '../../lib/testing/english-i18n.ts';
import { type LiveAccount, openAccount } from '../../simulator/bitget/account.ts';
import { createDemoAccounts } from '../../simulator/demo/accounts.ts';
import { advanceMarket, openMarket } from '../../simulator/market/market.ts';
import { publishMarket } from '../../simulator/market/publish.ts';
import { seeded } from '../../simulator/market/random.ts';

const START = Date.UTC(2026, 0, 1);
const LABELS = ['Main', 'Unified'];

/** One minute of the day: the highest risk rate of each margin account, and the alerts sent. */
export type Minute = {
  readonly at: number;
  readonly risks: Readonly<Record<string, string>>;
  readonly notices: readonly AlertNotice[];
};

/** Simulates a day of the demo market: 1,440 rounds over two demo accounts, through the product's parsers and alerts. */
export function simulateDay(seed: number, alertSettings: AlertSettings = DEFAULT_ALERT_SETTINGS): readonly Minute[] {
  const random = seeded(seed);
  const demos = createDemoAccounts().filter(({ label }) => LABELS.includes(label));
  const live = demos.map((spec) => ({ ...spec, account: openAccount(spec) }));
  const minutes: Minute[] = [];
  let market = openMarket();
  let alertStates: AlertStates = NO_ALERT_STATES;
  for (let at = START; at < START + DAY; at += MINUTE) {
    market = advanceMarket(market, random);
    for (const { account, holdings } of live) publishMarket(account, holdings, market, at);
    const portfolio: Portfolio = {
      settings: DEFAULT_SETTINGS,
      accounts: live.map(({ label }) => buildAccount({ id: label, label })),
      readings: {
        clockOffset: 0,
        accounts: Object.fromEntries(live.map(({ label, account }) => [label, buildReading(account, at)])),
      },
    };
    const subjects = collectSubjects(portfolio, alertSettings, null, at);
    alertStates = updateAlertStates(alertStates, subjects, portfolio, alertSettings, at);
    const issue = collectDueNotices(alertStates, subjects, alertSettings, NO_SNOOZE, DEFAULT_SETTINGS.period, at);
    alertStates = markDelivered(alertStates, issue, true, at);
    const risks = buildCards(portfolio, at).map(({ key, risk }) => [key, risk.rate ?? '?'] as const);
    minutes.push({ at, risks: Object.fromEntries(risks), notices: issue.active });
  }
  return minutes;
}

function buildReading(live: LiveAccount, at: number): AccountReading {
  const fresh = <T>(result: Result<T>): Reading<T> => {
    if (!result.ok) throw new Error(`the simulated market is unreadable: ${JSON.stringify(result.failure)}`);
    return { state: 'fresh', at, figures: result.value };
  };
  if (live.family === 'unified') {
    const lists = Object.values(live.currentPositions).flatMap((list) => list ?? []);
    return {
      revision: 1,
      family: 'unified',
      margin: { UNIFIED: fresh(parseUnifiedAssets(live.assets)) },
      positions: { UNIFIED: fresh(parseUnifiedPositions({ list: lists })) },
      retry: READY,
    };
  }
  const each = <T>(read: (product: (typeof USUAL_PRODUCT_TYPES)[number]) => T) =>
    Object.fromEntries(USUAL_PRODUCT_TYPES.map((product) => [product, read(product)]));
  return {
    revision: 1,
    family: 'classic',
    margin: each((product) => fresh(parseMarginAccounts(live.accounts[product] ?? [], product))),
    positions: each((product) => fresh(parseClassicPositions(live.positions[product] ?? []))),
    retry: READY,
  };
}

if (import.meta.main) {
  const seed = Number(process.argv[2] ?? 7);
  const day = simulateDay(seed);
  for (const { at, notices } of day) {
    for (const notice of notices) {
      const { title, body } = formatAlert(notice, false, at, english);
      console.log(`${new Date(at).toISOString().slice(11, 16)}  ${title}\n       ${body}`);
    }
  }
  const count = day.reduce((sum, { notices }) => sum + notices.length, 0);
  console.log(`${count} alerts in ${day.length} rounds (seed ${seed}).`);
}
