import { describe, expect, it } from 'vitest';
import { alertNotice, raisedState, riskDetails } from '../../testing/alerts.ts';
import { NOW } from '../../testing/portfolio.ts';
import { type AlertState, INACTIVE } from './alert-state.ts';
import { markDelivered } from './mark-delivered.ts';
import { NO_ALERT_STATES } from './update-alert-states.ts';

describe('markDelivered', () => {
  const lastNotified = { level: 'danger', at: 1 } as const;
  const resolved: AlertState = { ...INACTIVE, at: NOW, previousLevel: 'danger', lastNotified };
  const alertStates = {
    ...NO_ALERT_STATES,
    states: { locked: resolved, 'risk/main/USDT-FUTURES/USDT': raisedState('warning') },
  };
  const recovery = alertNotice({ due: 'resolved', level: 'safe' });
  const rise = alertNotice({ key: 'risk/main/USDT-FUTURES/USDT', level: 'warning', details: riskDetails() });

  it('records delivered notices and no rejected ones', () => {
    const accepted = markDelivered(alertStates, { active: [rise], suppressed: [] }, true, NOW);
    expect(accepted.states['risk/main/USDT-FUTURES/USDT']?.lastNotified).toEqual({ level: 'warning', at: NOW });
    expect(accepted.states.locked?.lastNotified).toEqual(lastNotified);
    const refused = markDelivered(alertStates, { active: [rise], suppressed: [] }, false, NOW);
    expect(refused).toEqual({ ...alertStates, refusedAt: NOW });
  });

  it('drops snoozed recoveries and keeps other snoozed notices due', () => {
    const silent = markDelivered(alertStates, { active: [], suppressed: [recovery, rise] }, true, NOW);
    expect(silent.states.locked?.lastNotified).toEqual({ level: 'safe', at: NOW });
    expect(silent.states['risk/main/USDT-FUTURES/USDT']?.lastNotified).toEqual(INACTIVE.lastNotified);
  });

  it('returns the same states when nothing was due', () => {
    expect(markDelivered(alertStates, { active: [], suppressed: [] }, true, NOW)).toBe(alertStates);
    expect(markDelivered(alertStates, { active: [], suppressed: [rise] }, true, NOW)).toBe(alertStates);
  });
});
