import { expect, it } from 'vitest';
import type { Answer, Environment } from '../../testing/simulated-background/environment.ts';
import { ALARM, collectMessages, startBackground } from '../../testing/simulated-background/module-mocks.ts';
import {
  connectAccount,
  data,
  listRequestedPaths,
  MINUTE,
  ONE_SET,
} from '../../testing/simulated-background/scenario.ts';

const A_DAY = 1_440;

/** Fires alarms a minute apart, and kills the background every hour. Responses depend on the round. */
async function pass(environment: Environment, rounds: number, answer: (round: number) => Answer): Promise<void> {
  let background = await startBackground(environment, null);
  for (let round = 1; round <= rounds; round += 1) {
    environment.time += MINUTE;
    environment.answer = answer(round);
    await collectMessages(background, ALARM);
    if (round % 60 === 0) background = await startBackground(environment, null);
  }
}

/** The number of characters in extension storage; numbers of varying length, such as ages, do not count. */
const size = ({ areas }: Environment) => JSON.stringify([...areas.local, ...areas.session]).replace(/\d+/g, '0').length;

const good: Answer = ({ url }) => data(url);
const bad: Answer = ({ key, url }) => (key === 'main' ? data(url) : { code: '40725' });
const paused: Answer = () => ({ code: '429', pause: 120 });
/** Repeated failures of either kind, then two good hours. */
const issue = (round: number) => (round > 80 ? good : round % 40 === 0 ? paused : round % 3 === 0 ? bad : good);

it('P6: sends exactly the expected requests in a day of 1,440 rounds, and the storage does not grow', {
  timeout: 120_000,
}, async () => {
  const environment = await connectAccount('main', 'other');
  await pass(environment, 200, issue);
  const before = size(environment);
  environment.asked.length = 0;
  await pass(environment, A_DAY, () => good);
  expect(size(environment)).toBe(before);
  for (const key of ['main', 'other']) {
    expect(listRequestedPaths(environment, key)).toHaveLength(A_DAY * ONE_SET.length);
    expect(new Set(listRequestedPaths(environment, key))).toEqual(new Set(ONE_SET));
  }
  await pass(environment, 200, issue);
  expect(size(environment)).toBe(before);
});
