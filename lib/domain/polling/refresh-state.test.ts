import { expect, it } from 'vitest';
import { NO_RUN } from './poll-run.ts';
import { getRefreshState, REFRESH_TIMEOUT } from './refresh-state.ts';

const T = 1_700_000_000_000;
const pollRun = (startedAt: number, endedAt: number | null) => ({ ...NO_RUN, startedAt, endedAt });

it.each([
  ['nothing was asked for and nothing flies', null, NO_RUN, T, 'idle'],
  ['a round flies by itself', null, pollRun(T, null), T + 1, 'loading'],
  ['a round was killed long ago', null, pollRun(T, null), T + REFRESH_TIMEOUT, 'idle'],
  ['it was just asked for', T, NO_RUN, T + 1, 'loading'],
  ['the round that was under way has ended', T, pollRun(T - 5, T + 5), T + 6, 'idle'],
  ['a round has ended in the same moment', T, pollRun(T - 5, T), T + 6, 'idle'],
  ['only an older round has ended', T, pollRun(T - 9, T - 5), T + 6, 'loading'],
  ['nothing has come in time', T, NO_RUN, T + REFRESH_TIMEOUT, 'unanswered'],
  ['the round that was asked for was killed', T, pollRun(T + 1, null), T + 1 + REFRESH_TIMEOUT, 'unanswered'],
  ['a later round flies after a missed one', T, pollRun(T + REFRESH_TIMEOUT, null), T + REFRESH_TIMEOUT + 1, 'loading'],
])('when %s', (_, asked, state, now, expected) => {
  expect(getRefreshState(asked, state, now)).toBe(expected);
});
