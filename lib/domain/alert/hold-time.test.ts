import { expect, it } from 'vitest';
import { buildMargin } from '../../testing/builders.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import { MINUTE } from '../core/time.ts';
import type { Decimal } from '../money/amount.ts';
import { DEFAULT_ALERT_SETTINGS } from './alert-settings.ts';
import { collectSubjects } from './subjects.ts';
import { type AlertStates, NO_ALERT_STATES, updateAlertStates } from './update-alert-states.ts';

const condition = { id: 'c', kind: 'equity_below', account: null, limit: '500' as Decimal, hours: 1 } as const;

it.each([
  ['a risk', 'risk/main/USDT-FUTURES/USDT', { danger: 'danger', calm: 'safe' }],
  ['a condition', 'condition/c', { danger: 'warning', calm: 'safe' }],
])('%s is over once it has been calm for the time that the user chose', (_, key, { danger, calm }) => {
  const alertSettings = { ...DEFAULT_ALERT_SETTINGS, hold: 5, conditions: [condition] };
  const levels: (string | undefined)[] = [];
  let alertStates: AlertStates = NO_ALERT_STATES;
  for (const [minute, rate, equity] of [
    [0, '0.95', '100'],
    [1, '0.95', '100'],
    [2, '0.1', '1000'],
    [6, '0.1', '1000'],
    [7, '0.1', '1000'],
  ] as const) {
    const now = NOW + minute * MINUTE;
    const figures = [buildMargin({ crossedRiskRate: rate, accountEquity: equity, usdtEquity: equity })];
    const portfolio = buildPortfolio({ 'USDT-FUTURES': figures }, now);
    const subjects = collectSubjects(portfolio, alertSettings, null, now);
    alertStates = updateAlertStates(alertStates, subjects, portfolio, alertSettings, now);
    levels.push(alertStates.states[key]?.level);
  }
  expect(levels.slice(1)).toEqual([danger, danger, danger, calm]);
});
