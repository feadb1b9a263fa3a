import { describe, expect, it } from 'vitest';
import { news, risen, risk } from '../../testing/alerts.ts';
import { NOW } from '../../testing/portfolio.ts';
import { type Alarm, CALM } from './alert-state.ts';
import { NO_ALARMS, settled } from './update-alert-states.ts';

describe('a book that is settled', () => {
  const told = { level: 'danger', at: 1 } as const;
  const over: Alarm = { ...CALM, at: NOW, was: 'danger', told };
  const book = { ...NO_ALARMS, alarms: { locked: over, 'risk/main/USDT-FUTURES/USDT': risen('warning') } };
  const recovery = news({ due: 'recovery', level: 'safe' });
  const rise = news({ key: 'risk/main/USDT-FUTURES/USDT', level: 'warning', about: risk() });

  it('remembers what was told, and nothing of what was refused', () => {
    const accepted = settled(book, { loud: [rise], silent: [] }, true, NOW);
    expect(accepted.alarms['risk/main/USDT-FUTURES/USDT']?.told).toEqual({ level: 'warning', at: NOW });
    expect(accepted.alarms.locked?.told).toEqual(told);
    const refused = settled(book, { loud: [rise], silent: [] }, false, NOW);
    expect(refused).toEqual({ ...book, refusedAt: NOW });
  });

  it('needs no telling of what is over while there was silence, and of the rest later', () => {
    const silent = settled(book, { loud: [], silent: [recovery, rise] }, true, NOW);
    expect(silent.alarms.locked?.told).toEqual({ level: 'safe', at: NOW });
    expect(silent.alarms['risk/main/USDT-FUTURES/USDT']?.told).toEqual(CALM.told);
  });

  it('is the very same where nothing was due', () => {
    expect(settled(book, { loud: [], silent: [] }, true, NOW)).toBe(book);
    expect(settled(book, { loud: [], silent: [rise] }, true, NOW)).toBe(book);
  });
});
