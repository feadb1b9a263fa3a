import { expect, it } from 'vitest';
import type { Failure } from '../domain/failure.ts';
import { NO_READINGS, type Readings } from '../domain/reading.ts';
import { failed, ok } from '../domain/result.ts';
import { testClock } from '../testing/clock.ts';
import { account, margin } from '../testing/samples.ts';
import { learn } from './learn.ts';

const clock = testClock();
const moment = { period: 60, startedAt: clock.now(), clock };
const learned = (before: Readings, failure: Failure | null, revision = 1): Readings => {
  const result = failure ? failed(failure) : ok([margin({ accountEquity: '9' })]);
  const answers = new Map([
    ['USDT-FUTURES', { margin: result, positions: failure ? failed(failure) : ok([]) }],
  ] as const);
  const reading = learn(account({ revision }), before, { family: 'classic', answers }, moment);
  return { clockOffset: 0, accounts: { main: reading } };
};

it('remembers what went wrong last when it has passed, until the account is edited', () => {
  const fine = learned(NO_READINGS, null);
  expect(fine.accounts.main).not.toHaveProperty('lastFailure');
  const failedAt = clock.now();
  const bad = learned(fine, { kind: 'timeout' });
  clock.time += 60_000;
  const again = learned(bad, null);
  expect(again.accounts.main).toMatchObject({ lastFailure: { failure: { kind: 'timeout' }, at: failedAt } });
  expect(learned(again, null, 2).accounts.main).not.toHaveProperty('lastFailure');
});
