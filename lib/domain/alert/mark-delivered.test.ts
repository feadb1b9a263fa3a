import { describe, expect, it } from 'vitest';
import { alertNotice, raisedState, riskDetails } from '../../testing/alerts.ts';
import { NOW } from '../../testing/portfolio.ts';
import { type AlertState, INACTIVE } from './alert-state.ts';
import { markDelivered, NO_ALERT_STATES } from './update-alert-states.ts';

describe('a book that is settled', () => {
  const told = { level: 'danger', at: 1 } as const;
  const over: AlertState = { ...INACTIVE, at: NOW, previousLevel: 'danger', lastNotified: told };
  const book = { ...NO_ALERT_STATES, alarms: { locked: over, 'risk/main/USDT-FUTURES/USDT': raisedState('warning') } };
  const recovery = alertNotice({ due: 'recovery', level: 'safe' });
  const rise = alertNotice({ key: 'risk/main/USDT-FUTURES/USDT', level: 'warning', details: riskDetails() });

  it('remembers what was told, and nothing of what was refused', () => {
    const accepted = markDelivered(book, { active: [rise], suppressed: [] }, true, NOW);
    expect(accepted.states['risk/main/USDT-FUTURES/USDT']?.lastNotified).toEqual({ level: 'warning', at: NOW });
    expect(accepted.states.locked?.lastNotified).toEqual(told);
    const refused = markDelivered(book, { active: [rise], suppressed: [] }, false, NOW);
    expect(refused).toEqual({ ...book, refusedAt: NOW });
  });

  it('needs no telling of what is over while there was silence, and of the rest later', () => {
    const silent = markDelivered(book, { active: [], suppressed: [recovery, rise] }, true, NOW);
    expect(silent.states.locked?.lastNotified).toEqual({ level: 'safe', at: NOW });
    expect(silent.states['risk/main/USDT-FUTURES/USDT']?.lastNotified).toEqual(INACTIVE.lastNotified);
  });

  it('is the very same where nothing was due', () => {
    expect(markDelivered(book, { active: [], suppressed: [] }, true, NOW)).toBe(book);
    expect(markDelivered(book, { active: [], suppressed: [rise] }, true, NOW)).toBe(book);
  });
});
