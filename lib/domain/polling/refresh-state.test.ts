import { expect, it } from 'vitest';
import { NO_RUN } from './poll-run.ts';
import { getRefreshState, REFRESH_TIMEOUT } from './refresh-state.ts';

const T = 1_700_000_000_000;
const HOUR = 3_600_000;
const pollRun = (startedAt: number, endedAt: number | null) => ({ ...NO_RUN, startedAt, endedAt });
const asked = (waited: number, lastEnd: number | null = 0) => ({ at: T, lastEnd, waited });

it.each([
  ['nothing was requested and no round runs', null, NO_RUN, T, 'idle'],
  ['a round runs without a request', null, pollRun(T, null), T + 1, 'loading'],
  ['a round was killed long ago', null, pollRun(T, null), T + REFRESH_TIMEOUT, 'idle'],
  ['a round was killed before the clock was set back', null, pollRun(T + HOUR, null), T, 'idle'],
  ['it was just requested', asked(1), NO_RUN, T + 1, 'loading'],
  ['the round in progress has ended', asked(6, null), pollRun(T - 5, T + 5), T + 6, 'idle'],
  ['a round has ended in the same moment', asked(6, T), pollRun(T - 5, T), T + 6, 'idle'],
  ['only an older round has ended', asked(6, T - 5), pollRun(T - 9, T - 5), T + 6, 'loading'],
  ['only a round before the clock was set back has ended', asked(6, T + HOUR), pollRun(T, T + HOUR), T + 6, 'loading'],
  [
    'a round has ended after the clock was set back',
    asked(6, T - 5),
    pollRun(T - HOUR, T - HOUR + 5),
    T - HOUR + 6,
    'idle',
  ],
  ['nothing has come in time', asked(REFRESH_TIMEOUT), NO_RUN, T + REFRESH_TIMEOUT, 'unanswered'],
  ['nothing has come in time, and the clock was set back', asked(REFRESH_TIMEOUT), NO_RUN, T - HOUR, 'unanswered'],
  ['the clock was set forward', asked(6), NO_RUN, T + HOUR, 'loading'],
  [
    'the requested round was killed',
    asked(REFRESH_TIMEOUT + 1),
    pollRun(T + 1, null),
    T + 1 + REFRESH_TIMEOUT,
    'unanswered',
  ],
  [
    'a later round runs after a missed one',
    asked(REFRESH_TIMEOUT + 1),
    pollRun(T + REFRESH_TIMEOUT, null),
    T + REFRESH_TIMEOUT + 1,
    'loading',
  ],
])('when %s', (_, request, state, now, expected) => {
  expect(getRefreshState(request, state, now)).toBe(expected);
});
