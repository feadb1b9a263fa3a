import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin, buildPosition } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { HOUR, MINUTE } from '../core/time.ts';
import type { Position } from '../margin/position.ts';
import type { Decimal } from '../money/amount.ts';
import type { Portfolio } from '../portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { type AlertSettings, DEFAULT_ALERT_SETTINGS } from './alert-settings.ts';
import { formatAlert, formatAlerts } from './alert-text.ts';
import type { Condition } from './condition.ts';
import { markDelivered } from './mark-delivered.ts';
import { collectDueNotices, type DueNotices } from './notices.ts';
import { NO_SNOOZE, type Snooze } from './snooze.ts';
import { collectSubjects } from './subjects.ts';
import { type AlertStates, areAlertStates, NO_ALERT_STATES, updateAlertStates } from './update-alert-states.ts';

const START = 1_700_000_000_000;

type Rows = {
  readonly rate?: string;
  readonly figures?: Record<string, string>;
  readonly positions?: readonly Position[];
};

/** One USDT-M margin account of each account, read at `at`. */
function watchedAt(at: number, rows: Readonly<Record<string, Rows>>, settings = DEFAULT_SETTINGS): Portfolio {
  const ids = Object.keys(rows);
  return {
    settings,
    accounts: ids.map((id) => buildAccount({ id, label: id.toUpperCase(), products: ['USDT-FUTURES'] })),
    readings: {
      clockOffset: 0,
      accounts: Object.fromEntries(
        ids.map((id) => {
          const { rate = '0', figures = {}, positions = [] } = rows[id] ?? {};
          const row = buildMargin({ crossedRiskRate: rate, accountEquity: '1000', usdtEquity: '1000', ...figures });
          const reading = buildAccountReading(
            { 'USDT-FUTURES': { state: 'fresh', at, figures: [row] } },
            { positions: { 'USDT-FUTURES': { state: 'fresh', at, figures: positions } } },
          );
          return [id, reading];
        }),
      ),
    },
  };
}

/** Rounds a minute apart; what each told, by title. */
function watch(
  rounds: readonly Readonly<Record<string, Rows>>[],
  {
    alertSettings = DEFAULT_ALERT_SETTINGS,
    snooze = NO_SNOOZE,
    accepts = true,
    locked = null as number | null,
  } = {} as {
    alertSettings?: AlertSettings;
    snooze?: Snooze;
    accepts?: boolean;
    locked?: number | null;
  },
) {
  let alertStates: AlertStates = NO_ALERT_STATES;
  const issues: DueNotices[] = [];
  rounds.forEach((rows, minute) => {
    const now = START + minute * MINUTE;
    const portfolio = watchedAt(now, rows);
    const subjects = collectSubjects(portfolio, alertSettings, locked, now);
    alertStates = updateAlertStates(alertStates, subjects, portfolio, alertSettings, now);
    const issue = collectDueNotices(alertStates, subjects, alertSettings, snooze, portfolio.settings.period, now);
    issues.push(issue);
    alertStates = markDelivered(alertStates, issue, accepts, now);
  });
  const titles = issues.map(({ active }) => active.map((news) => formatAlert(news, false, START, english).title));
  return { book: alertStates, issues, titles };
}
const repeat = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('a round', () => {
  it('tells which account, which risk and how high, what drives it, what was before and how old it is', () => {
    const positions = [
      buildPosition({ symbol: 'ETHUSDT', mode: 'isolated', ratio: '0.923', mark: '3000', liquidation: '2904' }),
      buildPosition({ symbol: 'BTCUSDT', mark: '60000', liquidation: '59400' }),
    ];
    const { issues } = watch([{ main: { rate: '0.2', figures: { isolatedMargin: '5' }, positions } }]);
    const [news] = issues[0]?.active ?? [];
    expect(news && formatAlert(news, false, START + 12_000, english)).toEqual({
      title: 'Danger: USDT USDT-M, MAIN at 92.3 %',
      body: 'ETHUSDT long 10× isolated: a fall of 3.2 %, to 2,904, liquidates it. Before: Safe. Read 12 s ago.',
    });
    expect(news && formatAlert(news, true, START, english).body).not.toContain('2,904');
  });

  it('tells several accounts at once, the most urgent first', () => {
    const { issues } = watch(repeat(2, { a: { rate: '0.55' }, b: { rate: '0.95' }, c: { rate: '0.75' } }));
    expect(issues[0]?.active.map(({ account: id }) => id)).toEqual(['b']);
    const { title, body } = formatAlerts(issues[1]?.active ?? [], false, START + MINUTE, english);
    expect(title).toBe('Warning: USDT USDT-M, C at 75.0 %');
    expect(body.split('\n').at(-1)).toBe('Caution: USDT USDT-M, A at 55.0 %');
  });

  it('tells at most four more titles, and how many there are besides', () => {
    const many = Object.fromEntries('abcdefg'.split('').map((id) => [id, { rate: '0.95' }]));
    const lines = formatAlerts(watch([many]).issues[0]?.active ?? [], false, START, english).body.split('\n');
    expect(lines).toHaveLength(6);
    expect(lines.at(-1)).toBe('and 2 more');
  });

  it('says nothing while alerts are switched off, and what is due once they are on again', () => {
    const off = { ...DEFAULT_ALERT_SETTINGS, on: false };
    const { book, titles } = watch([{ main: { rate: '0.95' } }], { alertSettings: off });
    expect(titles).toEqual([[]]);
    const now = START + 1;
    const portfolio = watchedAt(START, { main: { rate: '0.95' } });
    const subjects = collectSubjects(portfolio, DEFAULT_ALERT_SETTINGS, null, now);
    expect(collectDueNotices(book, subjects, DEFAULT_ALERT_SETTINGS, NO_SNOOZE, 60, now).active).toHaveLength(1);
  });
});

describe('silence', () => {
  const snooze = { all: 0, accounts: { a: START + HOUR } };
  it('holds for its account, lets danger through, and tells what is still so at its end', () => {
    const { titles } = watch(repeat(62, { a: { rate: '0.75' }, b: { rate: '0.75' } }), { snooze: snooze });
    expect(titles[1]).toEqual(['Warning: USDT USDT-M, B at 75.0 %']);
    expect(titles.slice(2, 60).flat()).toEqual([]);
    expect(titles.slice(60).flat()).toEqual(['Warning: USDT USDT-M, A at 75.0 %']);
    expect(watch([{ a: { rate: '0.95' } }], { snooze: snooze }).titles[0]).toHaveLength(1);
    const total = { ...DEFAULT_ALERT_SETTINGS, dangerBypassesSnooze: false };
    expect(watch([{ a: { rate: '0.95' } }], { snooze: snooze, alertSettings: total }).titles[0]).toEqual([]);
  });

  it('leaves nothing to tell of what was over before its end', () => {
    const rounds = [...repeat(3, { a: { rate: '0.75' } }), ...repeat(70, { a: { rate: '0.1' } })];
    expect(watch(rounds, { snooze: snooze }).titles.flat()).toEqual([]);
  });
});

describe('A3 a refusal', () => {
  it('is remembered until the browser accepts, or nothing is due any more', () => {
    expect(watch(repeat(3, { a: { rate: '0.95' } }), { accepts: false }).book.refusedAt).toBe(START + 2 * MINUTE);
    const { book } = watch([{ a: { rate: '0.95' } }]);
    expect(book.refusedAt).toBeNull();
    const calm = repeat(8, { a: { rate: '0.1' } });
    const { book: over } = watch([{ a: { rate: '0.95' } }, ...calm], { accepts: false });
    expect(markDelivered(over, { active: [], suppressed: [] }, true, START).refusedAt).toBeNull();
  });
});

describe('P8 monitoring', () => {
  const lostAfter = (minutes: number) => {
    let alertStates: AlertStates = NO_ALERT_STATES;
    const told: string[] = [];
    for (let minute = 0; minute <= minutes; minute += 1) {
      const now = START + minute * MINUTE;
      const portfolio = watchedAt(START, { main: { rate: '0.95' } });
      const subjects = collectSubjects(portfolio, DEFAULT_ALERT_SETTINGS, null, now);
      alertStates = updateAlertStates(alertStates, subjects, portfolio, DEFAULT_ALERT_SETTINGS, now);
      const issue = collectDueNotices(alertStates, subjects, DEFAULT_ALERT_SETTINGS, NO_SNOOZE, 60, now);
      told.push(...issue.active.map((news) => `${minute} ${formatAlert(news, false, now, english).title}`));
      alertStates = markDelivered(alertStates, issue, true, now);
    }
    return { told, book: alertStates };
  };

  it('that is lost is told once, after ten minutes and one more look, and resolves no danger', () => {
    const { told, book } = lostAfter(90);
    expect(told).toEqual(['0 Danger: USDT USDT-M, MAIN at 95.0 %', '11 Monitoring lost: MAIN']);
    expect(book.states['risk/main/USDT-FUTURES/USDT']?.level).toBe('danger');
  });

  it('that is back clears it', () => {
    const { book } = lostAfter(20);
    const now = START + 21 * MINUTE;
    const portfolio = watchedAt(now, { main: { rate: '0.95' } });
    const subjects = collectSubjects(portfolio, DEFAULT_ALERT_SETTINGS, null, now);
    const issue = collectDueNotices(
      updateAlertStates(book, subjects, portfolio, DEFAULT_ALERT_SETTINGS, now),
      subjects,
      DEFAULT_ALERT_SETTINGS,
      NO_SNOOZE,
      60,
      now,
    );
    expect(issue.active.map((news) => formatAlert(news, false, now, english).title)).toEqual([
      'Monitoring is back: MAIN',
    ]);
  });

  it('that is locked is told once, and not as lost besides', () => {
    const { titles } = watch(repeat(90, {}), { locked: START });
    expect(titles.flat()).toEqual(['Margin Glance is locked']);
  });
});

describe('a condition', () => {
  const condition = (change: Partial<Condition>): AlertSettings => ({
    ...DEFAULT_ALERT_SETTINGS,
    conditions: [
      { id: 'c', kind: 'available_below', account: null, limit: '500' as Decimal, hours: 4, ...change } as Condition,
    ],
  });
  const rows = (...values: readonly Record<string, string>[]) => values.map((figures) => ({ main: { figures } }));

  it.each<[string, AlertSettings, readonly Record<string, string>[], readonly string[]]>([
    [
      'of available below is told after two rounds, and is over 5 % above for five minutes',
      condition({}),
      [{ available: '499.99' }, { available: '480' }, { available: '510' }, ...repeat(7, { available: '525' })],
      ['1 All accounts: available is below 500.00 USDT', '8 Over: All accounts: available is below 500.00 USDT'],
    ],
    ['does not matter at its limit', condition({}), repeat(5, { available: '500' }), []],
    [
      'of equity below, for one account',
      condition({ kind: 'equity_below', account: 'main' }),
      repeat(3, { usdtEquity: '499' }),
      ['1 MAIN: equity is below 500.00 USDT'],
    ],
    [
      'of equity above',
      condition({ kind: 'equity_above' }),
      repeat(3, { usdtEquity: '500' }),
      ['1 All accounts: equity is above 500.00 USDT'],
    ],
    [
      'of a loss',
      condition({ kind: 'pnl_below', limit: '-50' as Decimal }),
      [{ unrealizedPL: '-49' }, ...repeat(2, { unrealizedPL: '-50.01' })],
      ['2 All accounts: unrealised PnL is below -50.00 USDT'],
    ],
    [
      'of a fall by 10 % below the highest of four hours',
      condition({ kind: 'equity_fall', limit: '10' as Decimal }),
      [{ usdtEquity: '900' }, { usdtEquity: '1000' }, { usdtEquity: '901' }, ...repeat(2, { usdtEquity: '900' })],
      ['4 All accounts: equity fell by 10 % or more within 4 h'],
    ],
    ['of an account that is gone is passed over', condition({ account: 'gone' }), repeat(3, { available: '1' }), []],
    ['whose figure is unknown tells nothing', condition({}), repeat(3, { available: '' }), []],
  ])('%s', (_, alertSettings, figures, told) => {
    const { titles } = watch(rows(...figures), { alertSettings: alertSettings });
    expect(titles.flatMap((list, minute) => list.map((title) => `${minute} ${title}`))).toEqual(told);
  });

  it('forgets a height that is out of its window', () => {
    const falls = condition({ kind: 'equity_fall', limit: '10' as Decimal, hours: 1 });
    const slow = Array.from({ length: 200 }, (_, minute) => ({ usdtEquity: String(1000 - minute) }));
    expect(watch(rows(...slow), { alertSettings: falls }).titles.flat()).toEqual([]);
  });

  it('tells no amount while amounts are hidden', () => {
    const { issues } = watch(rows(...repeat(2, { available: '123.45' })), { alertSettings: condition({}) });
    const said = formatAlerts(issues[1]?.active ?? [], true, START, english);
    expect(said).toEqual({ title: 'All accounts: available is below your limit', body: '' });
  });
});

describe('the book', () => {
  it('comes back from the storage as it was, and grows no larger', () => {
    const wild = Array.from({ length: 300 }, (_, minute) => ({ main: { rate: String(0.5 + (minute % 50) / 100) } }));
    const { book } = watch(wild, { alertSettings: DEFAULT_ALERT_SETTINGS });
    expect(areAlertStates(JSON.parse(JSON.stringify(book)))).toBe(true);
    expect(JSON.stringify(book).length).toBeLessThan(1000);
  });

  it('keeps the alarm of an account whose figures are awaited, and drops that of one that is gone', () => {
    const { book } = watch([{ main: { rate: '0.95' } }]);
    const now = START + MINUTE;
    const edited = watchedAt(START, { main: {} });
    const awaited = { ...edited, readings: { clockOffset: 0, accounts: {} } };
    expect(Object.keys(updateAlertStates(book, [], awaited, DEFAULT_ALERT_SETTINGS, now).states)).toEqual([
      'risk/main/USDT-FUTURES/USDT',
    ]);
    expect(updateAlertStates(book, [], { ...awaited, accounts: [] }, DEFAULT_ALERT_SETTINGS, now).states).toEqual({});
  });

  it('keeps no alarm of what was never known, and peaks of nothing but a fall', () => {
    const condition = { account: null, limit: '5' as Decimal, hours: 1 };
    const conditions: Condition[] = [
      { ...condition, id: 'low', kind: 'equity_below' },
      { ...condition, id: 'fall', kind: 'equity_fall' },
    ];
    const alertSettings = { ...DEFAULT_ALERT_SETTINGS, conditions };
    const { book } = watch([{ main: { rate: 'x' } }], { alertSettings: alertSettings });
    expect(Object.keys(book.states)).not.toContain('risk/main/USDT-FUTURES/USDT');
    expect(book.peaks).toEqual({ fall: [{ at: START, equity: '1000' }] });
    expect(watch([{}], { alertSettings: alertSettings }).book.peaks).toEqual({ fall: [] });
  });

  it.each([null, {}, { states: { a: {} }, peaks: {}, refusedAt: null }, { ...NO_ALERT_STATES, refusedAt: 'x' }])(
    'is none: %j',
    (value) => expect(areAlertStates(value)).toBe(false),
  );
});
