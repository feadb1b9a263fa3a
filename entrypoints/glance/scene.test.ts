import { expect, it } from 'vitest';
import { NO_FLIGHT } from '../../lib/domain/flight.ts';
import { margin } from '../../lib/testing/samples.ts';
import { NOW, watched } from '../../lib/testing/watched.ts';
import { type Known, sceneOf } from './scene.ts';

const good = <T>(value: T) => ({ state: 'good', value }) as const;
const { accounts, settings, readings } = watched({ 'USDT-FUTURES': [margin({ accountEquity: '9' })] });
const known: Known = {
  accounts: good(accounts),
  settings: good(settings),
  readings: good(readings),
  flight: good(NO_FLIGHT),
  asked: null,
  now: NOW,
};

it('shows the cards of what is stored', () => {
  const scene = sceneOf(known);
  expect(scene).toMatchObject({ state: 'good', refresh: 'idle', now: NOW });
  expect(scene.state === 'good' && scene.cards).toHaveLength(1);
});

it('turns while an answer is awaited, whatever is known of the flight', () => {
  expect(sceneOf({ ...known, asked: NOW, flight: { state: 'broken' } })).toMatchObject({ refresh: 'turning' });
});

it('says what cannot be used, a later version first', () => {
  expect(sceneOf({ ...known, readings: { state: 'broken' } })).toEqual({ state: 'broken' });
  expect(sceneOf({ ...known, readings: { state: 'broken' }, accounts: { state: 'newer' } })).toEqual({
    state: 'newer',
  });
});
