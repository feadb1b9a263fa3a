import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin } from '../../testing/builders.ts';
import { NOW } from '../../testing/portfolio.ts';
import { buildCards } from '../portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { findSeenAt } from './acknowledgement.ts';
import { type AlertState, INACTIVE } from './alert-state.ts';
import { NO_ALERT_STATES } from './update-alert-states.ts';

const KEY = 'risk/main/USDT-FUTURES/USDT';
const ON = { on: true, from: 'warning' } as const;
const [card] = buildCards(
  {
    accounts: [buildAccount({ products: ['USDT-FUTURES'] })],
    settings: DEFAULT_SETTINGS,
    readings: {
      clockOffset: 0,
      accounts: {
        main: buildAccountReading({
          'USDT-FUTURES': { state: 'fresh', at: NOW, figures: [buildMargin({ crossedRiskRate: '0.9' })] },
        }),
      },
    },
  },
  NOW,
);

function find(change: Partial<AlertState>, settings: Parameters<typeof findSeenAt>[1] = ON, key = KEY) {
  if (!card) throw new Error('no card');
  return findSeenAt({ ...NO_ALERT_STATES, states: { [key]: { ...INACTIVE, ...change } } }, settings, card);
}

describe('the alert about a card', () => {
  it('can be acknowledged, and then says when that was', () => {
    expect(find({ level: 'danger' })).toBeNull();
    expect(find({ level: 'danger', seen: { at: NOW, distance: null } })).toBe(NOW);
  });

  it('needs no button where nothing would be repeated', () => {
    expect(find({ level: 'safe' })).toBeUndefined();
    expect(find({ level: 'caution' })).toBeUndefined();
    expect(find({ level: 'caution' }, { on: true, from: 'caution' })).toBeNull();
    expect(find({ level: 'danger' }, { on: false, from: 'warning' })).toBeUndefined();
    expect(find({ level: 'danger' }, ON, 'risk/other/USDT-FUTURES/USDT')).toBeUndefined();
  });
});
