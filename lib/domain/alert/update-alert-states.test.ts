import { describe, expect, it } from 'vitest';
import { withFailures } from '../../testing/alerts.ts';
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
  readonly isEmpty?: boolean;
};

/** Builds a portfolio with one USDT-M margin account per account, read at `at`. */
function portfolioAt(at: number, rows: Readonly<Record<string, Rows>>, settings = DEFAULT_SETTINGS): Portfolio {
  const ids = Object.keys(rows);
  return {
    settings,
    accounts: ids.map((id) => buildAccount({ id, label: id.toUpperCase(), products: ['USDT-FUTURES'] })),
    readings: {
      clockOffset: 0,
      accounts: Object.fromEntries(
        ids.map((id) => {
          const { rate = '0', figures = {}, positions = [], isEmpty = false } = rows[id] ?? {};
          const row = buildMargin({ crossedRiskRate: rate, accountEquity: '1000', usdtEquity: '1000', ...figures });
          const reading = buildAccountReading(
            { 'USDT-FUTURES': { state: 'fresh', at, figures: isEmpty ? [] : [row] } },
            { positions: { 'USDT-FUTURES': { state: 'fresh', at, figures: positions } } },
          );
          return [id, reading];
        }),
      ),
    },
  };
}

/** Runs rounds a minute apart; returns the notices of each, and their titles. */
function runRounds(
  rounds: readonly Readonly<Record<string, Rows>>[],
  {
    alertSettings = DEFAULT_ALERT_SETTINGS,
    snooze = NO_SNOOZE,
    accepts = true,
    locked = null as number | null,
    from = NO_ALERT_STATES,
    start = START,
  } = {} as {
    alertSettings?: AlertSettings;
    snooze?: Snooze;
    accepts?: boolean;
    locked?: number | null;
    from?: AlertStates;
    start?: number;
  },
) {
  let alertStates: AlertStates = from;
  const noticesByRound: DueNotices[] = [];
  rounds.forEach((rows, minute) => {
    const now = start + minute * MINUTE;
    const portfolio = portfolioAt(now, rows);
    const subjects = collectSubjects(portfolio, alertSettings, locked, now);
    alertStates = updateAlertStates(alertStates, subjects, portfolio, alertSettings, now);
    const notices = collectDueNotices(alertStates, subjects, alertSettings, snooze, portfolio.settings.period, now);
    noticesByRound.push(notices);
    alertStates = markDelivered(alertStates, notices, accepts, now);
  });
  const titles = noticesByRound.map(({ active }) =>
    active.map((notice) => formatAlert(notice, false, START, english).title),
  );
  return { alertStates, noticesByRound, titles };
}
const repeat = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

describe('a round', () => {
  it('names account, risk and driving position', () => {
    const positions = [
      buildPosition({ symbol: 'ETHUSDT', mode: 'isolated', ratio: '0.923', mark: '3000', liquidation: '2904' }),
      buildPosition({ symbol: 'BTCUSDT', mark: '60000', liquidation: '50000' }),
    ];
    const { noticesByRound } = runRounds([{ main: { rate: '0.2', figures: { isolatedMargin: '5' }, positions } }]);
    const [notice] = noticesByRound[0]?.active ?? [];
    expect(notice && formatAlert(notice, false, START + 12_000, english)).toEqual({
      title: 'Danger: USDT USDT-M, MAIN at 92.3%',
      body: expect.stringContaining('ETHUSDT long 10× isolated: a fall to 2,904 liquidates it.'),
    });
    expect(notice && formatAlert(notice, true, START, english).body).not.toContain('2,904');
  });

  it('reports several accounts in one notification, the most urgent first', () => {
    const { noticesByRound } = runRounds(repeat(2, { a: { rate: '0.55' }, b: { rate: '0.95' }, c: { rate: '0.75' } }), {
      alertSettings: { ...DEFAULT_ALERT_SETTINGS, from: 'caution' },
    });
    expect(noticesByRound[0]?.active.map(({ account: id }) => id)).toEqual(['b']);
    const { title, body } = formatAlerts(noticesByRound[1]?.active ?? [], false, START + MINUTE, english);
    expect(title).toBe('Warning: USDT USDT-M, C at 75.0%');
    expect(body.split('\n').at(-1)).toBe('Caution: USDT USDT-M, A at 55.0%');
  });

  it('lists at most four more titles and the number of the others', () => {
    const many = Object.fromEntries('abcdefg'.split('').map((id) => [id, { rate: '0.95' }]));
    const lines = formatAlerts(runRounds([many]).noticesByRound[0]?.active ?? [], false, START, english).body.split(
      '\n',
    );
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)).toBe('and 2 more');
  });

  it('notifies nothing while alerts are off, and due alerts when they are on again', () => {
    const off = { ...DEFAULT_ALERT_SETTINGS, on: false };
    const { alertStates, titles } = runRounds([{ main: { rate: '0.95' } }], { alertSettings: off });
    expect(titles).toEqual([[]]);
    const now = START + 1;
    const portfolio = portfolioAt(START, { main: { rate: '0.95' } });
    const subjects = collectSubjects(portfolio, DEFAULT_ALERT_SETTINGS, null, now);
    expect(collectDueNotices(alertStates, subjects, DEFAULT_ALERT_SETTINGS, NO_SNOOZE, 60, now).active).toHaveLength(1);
  });
});

describe('a snooze', () => {
  const snooze = { all: 0, accounts: { a: START + HOUR } };
  it('applies to its account, lets danger through, and ends with what is still active', () => {
    const { titles } = runRounds(repeat(62, { a: { rate: '0.75' }, b: { rate: '0.75' } }), { snooze });
    expect(titles[1]).toEqual(['Warning: USDT USDT-M, B at 75.0%']);
    expect(titles.slice(2, 60).flat()).toEqual([]);
    expect(titles.slice(60).flat()).toEqual(['Warning: USDT USDT-M, A at 75.0%']);
    expect(runRounds([{ a: { rate: '0.95' } }], { snooze }).titles[0]).toHaveLength(1);
    const total = { ...DEFAULT_ALERT_SETTINGS, dangerBypassesSnooze: false };
    expect(runRounds([{ a: { rate: '0.95' } }], { snooze, alertSettings: total }).titles[0]).toEqual([]);
  });

  it('leaves nothing due for what was resolved before its end', () => {
    const rounds = [...repeat(3, { a: { rate: '0.75' } }), ...repeat(70, { a: { rate: '0.1' } })];
    expect(runRounds(rounds, { snooze }).titles.flat()).toEqual([]);
  });
});

describe('A3 a rejection', () => {
  it('is kept until the browser accepts, or nothing is due any more', () => {
    expect(runRounds(repeat(3, { a: { rate: '0.95' } }), { accepts: false }).alertStates.refusedAt).toBe(
      START + 2 * MINUTE,
    );
    const { alertStates } = runRounds([{ a: { rate: '0.95' } }]);
    expect(alertStates.refusedAt).toBeNull();
    const calm = repeat(8, { a: { rate: '0.1' } });
    const { alertStates: over } = runRounds([{ a: { rate: '0.95' } }, ...calm], { accepts: false });
    expect(markDelivered(over, { active: [], suppressed: [] }, true, START).refusedAt).toBeNull();
  });
});

describe('P8 lost monitoring', () => {
  const lostAfter = (minutes: number) => {
    let alertStates: AlertStates = NO_ALERT_STATES;
    const shown: string[] = [];
    for (let minute = 0; minute <= minutes; minute += 1) {
      const now = START + minute * MINUTE;
      const read = portfolioAt(START, { main: { rate: '0.95' } });
      const portfolio = minute === 0 ? read : withFailures(read, now);
      const subjects = collectSubjects(portfolio, DEFAULT_ALERT_SETTINGS, null, now);
      alertStates = updateAlertStates(alertStates, subjects, portfolio, DEFAULT_ALERT_SETTINGS, now);
      const notices = collectDueNotices(alertStates, subjects, DEFAULT_ALERT_SETTINGS, NO_SNOOZE, 60, now);
      shown.push(...notices.active.map((notice) => `${minute} ${formatAlert(notice, false, now, english).title}`));
      alertStates = markDelivered(alertStates, notices, true, now);
    }
    return { shown, alertStates };
  };

  it('notifies once, after two minutes and one more sample, and resolves no danger', () => {
    const { shown, alertStates } = lostAfter(90);
    expect(shown).toEqual(['0 Danger: USDT USDT-M, MAIN at 95.0%', '3 Monitoring lost: MAIN']);
    expect(alertStates.states['risk/main/USDT-FUTURES/USDT']?.level).toBe('danger');
  });

  it('is cleared when monitoring resumes', () => {
    const { alertStates } = lostAfter(20);
    const now = START + 21 * MINUTE;
    const portfolio = portfolioAt(now, { main: { rate: '0.95' } });
    const subjects = collectSubjects(portfolio, DEFAULT_ALERT_SETTINGS, null, now);
    const notices = collectDueNotices(
      updateAlertStates(alertStates, subjects, portfolio, DEFAULT_ALERT_SETTINGS, now),
      subjects,
      DEFAULT_ALERT_SETTINGS,
      NO_SNOOZE,
      60,
      now,
    );
    expect(notices.active.map((notice) => formatAlert(notice, false, now, english).title)).toEqual([
      'Monitoring is back: MAIN',
    ]);
  });

  it('is not reported beside a lock, which notifies once', () => {
    const { titles } = runRounds(repeat(90, {}), { locked: START });
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
      'of available below notifies after two rounds, and recovers 5% above for five minutes',
      condition({}),
      [{ available: '499.99' }, { available: '480' }, { available: '510' }, ...repeat(7, { available: '525' })],
      ['1 All accounts: available is below 500.00 USDT', '8 No longer: All accounts: available is below 500.00 USDT'],
    ],
    ['does not trigger at its limit', condition({}), repeat(5, { available: '500' }), []],
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
      ['2 All accounts: unrealized PnL is below -50.00 USDT'],
    ],
    [
      'of a fall by 10% below the highest of four hours',
      condition({ kind: 'equity_fall', limit: '10' as Decimal }),
      [{ usdtEquity: '900' }, { usdtEquity: '1000' }, { usdtEquity: '901' }, ...repeat(2, { usdtEquity: '900' })],
      ['4 All accounts: equity fell by 10% or more within 4 h'],
    ],
    ['of a removed account is ignored', condition({ account: 'gone' }), repeat(3, { available: '1' }), []],
    ['with an unknown figure notifies nothing', condition({}), repeat(3, { available: '' }), []],
  ])('%s', (_, alertSettings, figures, shown) => {
    const { titles } = runRounds(rows(...figures), { alertSettings });
    expect(titles.flatMap((list, minute) => list.map((title) => `${minute} ${title}`))).toEqual(shown);
  });

  it('drops a peak outside its window', () => {
    const falls = condition({ kind: 'equity_fall', limit: '10' as Decimal, hours: 1 });
    const slow = Array.from({ length: 200 }, (_, minute) => ({ usdtEquity: String(1000 - minute) }));
    expect(runRounds(rows(...slow), { alertSettings: falls }).titles.flat()).toEqual([]);
  });

  it('shows no amount while amounts are hidden', () => {
    const { noticesByRound } = runRounds(rows(...repeat(2, { available: '123.45' })), { alertSettings: condition({}) });
    const said = formatAlerts(noticesByRound[1]?.active ?? [], true, START, english);
    expect(said).toEqual({ title: 'All accounts: available is below your limit', body: '' });
  });
});

describe('the alert states', () => {
  it('round-trip through storage and stay small', () => {
    const wild = Array.from({ length: 300 }, (_, minute) => ({ main: { rate: String(0.5 + (minute % 50) / 100) } }));
    const { alertStates } = runRounds(wild, { alertSettings: DEFAULT_ALERT_SETTINGS });
    expect(areAlertStates(JSON.parse(JSON.stringify(alertStates)))).toBe(true);
    expect(JSON.stringify(alertStates).length).toBeLessThan(1000);
  });

  it('keep a state without figures while its account exists', () => {
    const { alertStates } = runRounds([{ main: { rate: '0.95' } }]);
    const now = START + MINUTE;
    const edited = portfolioAt(START, { main: {} });
    const awaited = { ...edited, readings: { clockOffset: 0, accounts: {} } };
    expect(Object.keys(updateAlertStates(alertStates, [], awaited, DEFAULT_ALERT_SETTINGS, now).states)).toEqual([
      'risk/main/USDT-FUTURES/USDT',
    ]);
    expect(
      updateAlertStates(alertStates, [], { ...awaited, accounts: [] }, DEFAULT_ALERT_SETTINGS, now).states,
    ).toEqual({});
  });

  it('keep no state of unknown figures, and peaks for falls only', () => {
    const condition = { account: null, limit: '5' as Decimal, hours: 1 };
    const conditions: Condition[] = [
      { ...condition, id: 'low', kind: 'equity_below' },
      { ...condition, id: 'fall', kind: 'equity_fall' },
    ];
    const alertSettings = { ...DEFAULT_ALERT_SETTINGS, conditions };
    const { alertStates } = runRounds([{ main: { rate: 'x' } }], { alertSettings });
    expect(Object.keys(alertStates.states)).not.toContain('risk/main/USDT-FUTURES/USDT');
    expect(alertStates.peaks).toEqual({ fall: [{ at: START, equity: '1000' }] });
    expect(runRounds([{}], { alertSettings }).alertStates.peaks).toEqual({ fall: [] });
  });

  it.each([null, {}, { states: { a: {} }, peaks: {}, refusedAt: null }, { ...NO_ALERT_STATES, refusedAt: 'x' }])(
    'is none: %j',
    (value) => expect(areAlertStates(value)).toBe(false),
  );
});

describe('F3 alert states after the clock was set back', () => {
  it.each([30, 120, 600])('by %d minutes repeat danger after one interval, not earlier and not later', (minutes) => {
    const { alertStates } = runRounds([{ main: { rate: '0.95' } }]);
    const back = START - minutes * MINUTE;
    const { titles } = runRounds(repeat(62, { main: { rate: '0.95' } }), { from: alertStates, start: back });
    expect(titles.flatMap((list, minute) => list.map(() => minute))).toEqual([30, 60]);
  });

  it('report a rise at once', () => {
    const { alertStates } = runRounds([{ main: { rate: '0.1' } }]);
    const { titles } = runRounds([{ main: { rate: '0.95' } }], { from: alertStates, start: START - 10 * HOUR });
    expect(titles.flat()).toHaveLength(1);
  });

  it('report a risk that stays unknown after as long as ever', () => {
    const { alertStates } = runRounds([...repeat(2, { main: { rate: '0.55' } }), { main: { rate: '' } }]);
    const rounds = repeat(10, { main: { rate: '' } });
    const { titles } = runRounds(rounds, { from: alertStates, start: START - 2 * HOUR });
    expect(titles.flatMap((list, minute) => list.map(() => minute))).toEqual([3]);
  });

  it('do not outlive their rows, so a danger that returns is reported', () => {
    const { alertStates } = runRounds([{ main: { rate: '0.95' } }]);
    const rounds = [...repeat(6, { main: { isEmpty: true } }), { main: { rate: '0.95' } }];
    const { titles } = runRounds(rounds, { from: alertStates, start: START - 2 * HOUR });
    expect(titles.flatMap((list, minute) => list.map(() => minute))).toEqual([6]);
  });
});

describe('F4 an alert state whose rows vanish', () => {
  const danger = { main: { rate: '0.95' } };
  const gone = { main: { isEmpty: true } };
  const minutes = (rounds: Parameters<typeof runRounds>[0]) =>
    runRounds(rounds).titles.flatMap((list, minute) => list.map(() => minute));

  it('is kept for the hold time, so that one danger is reported once', () => {
    expect(minutes([danger, gone, danger, danger])).toEqual([0]);
    expect(minutes([danger, ...repeat(4, gone), danger])).toEqual([0]);
  });

  it('ends after the hold time, so that a later danger is a new one', () => {
    expect(minutes([danger, ...repeat(5, gone), danger])).toEqual([0, 6]);
  });

  it('is kept for two rounds where the hold time is shorter', () => {
    const alertSettings = { ...DEFAULT_ALERT_SETTINGS, hold: 0 };
    expect(runRounds([danger, gone, danger], { alertSettings }).titles.flat()).toHaveLength(1);
  });
});

describe('G7 a risk that cannot be known', () => {
  const known = (rate: string) => ({ main: { rate } });
  const minutes = (rounds: Parameters<typeof runRounds>[0]) =>
    runRounds(rounds).titles.flatMap((list, minute) => list.map((title) => `${minute} ${title}`));
  const UNKNOWN = 'Risk unknown: USDT USDT-M, MAIN';

  it('is reported after three minutes where it was a caution or more', () => {
    expect(minutes([...repeat(2, known('0.55')), ...repeat(20, known(''))])).toEqual([`5 ${UNKNOWN}`]);
  });

  it('is reported after ten minutes where it was safe', () => {
    expect(minutes([known('0.1'), ...repeat(20, known('95.0%'))])).toEqual([`11 ${UNKNOWN}`]);
  });

  it('is not reported when it is known again in time', () => {
    const gap = repeat(3, known(''));
    expect(minutes([...repeat(2, known('0.55')), ...gap, known('0.55'), ...gap, known('0.55')])).toEqual([]);
  });

  it('names the last level and the reason, and is cleared when known again', () => {
    const rounds = [...repeat(2, known('0.55')), ...repeat(4, known('')), known('0.55')];
    const { noticesByRound } = runRounds(rounds);
    const [raised] = noticesByRound[5]?.active ?? [];
    expect(raised && formatAlert(raised, false, START, english).body).toBe(
      'Bitget’s response has no usable risk figure. Last known level: Caution.',
    );
    expect(noticesByRound[6]?.active.map(({ due, key }) => `${due} ${key}`)).toEqual([
      'resolved unknown/main/USDT-FUTURES/USDT',
    ]);
  });
});
