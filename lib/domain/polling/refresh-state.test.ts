import { expect, it } from 'vitest';
import { NO_FLIGHT } from './poll-run.ts';
import { PATIENCE, refreshOf } from './refresh-state.ts';

const T = 1_700_000_000_000;
const flight = (startedAt: number, endedAt: number | null) => ({ ...NO_FLIGHT, startedAt, endedAt });

it.each([
  ['nothing was asked for and nothing flies', null, NO_FLIGHT, T, 'idle'],
  ['a round flies by itself', null, flight(T, null), T + 1, 'turning'],
  ['a round was killed long ago', null, flight(T, null), T + PATIENCE, 'idle'],
  ['it was just asked for', T, NO_FLIGHT, T + 1, 'turning'],
  ['the round that was under way has ended', T, flight(T - 5, T + 5), T + 6, 'idle'],
  ['a round has ended in the same moment', T, flight(T - 5, T), T + 6, 'idle'],
  ['only an older round has ended', T, flight(T - 9, T - 5), T + 6, 'turning'],
  ['nothing has come in time', T, NO_FLIGHT, T + PATIENCE, 'unanswered'],
  ['the round that was asked for was killed', T, flight(T + 1, null), T + 1 + PATIENCE, 'unanswered'],
  ['a later round flies after a missed one', T, flight(T + PATIENCE, null), T + PATIENCE + 1, 'turning'],
])('when %s', (_, asked, state, now, expected) => {
  expect(refreshOf(asked, state, now)).toBe(expected);
});
