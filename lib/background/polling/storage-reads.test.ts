import { beforeAll, describe, expect, it } from 'vitest';
import * as alerts from '../../browser/storage/alert-items.ts';
import * as items from '../../browser/storage/items.ts';
import { lockState, unsavedLockState } from '../../browser/storage/lock-items.ts';
import type { Item } from '../../browser/storage/store.ts';
import { unsavedHideAmounts } from '../../browser/storage/unsaved-hide-amounts.ts';
import { unsavedReadings } from '../../browser/storage/unsaved-readings.ts';
import { unlockedKeys } from '../../browser/storage/vault-session-items.ts';
import { type Answer, copyEnvironment, type Environment } from '../../testing/simulated-background/environment.ts';
import { ALARM, collectMessages, startBackground } from '../../testing/simulated-background/module-mocks.ts';
import { accountRow, connectAccount, data, MINUTE } from '../../testing/simulated-background/scenario.ts';

const MOST_READS = 25;
const readsIn = (steps: readonly string[]) => steps.filter((step) => /^storage\.\w+\.get /.test(step));
const vaultOpeningsIn = (steps: readonly string[]) => steps.filter((step) => step === 'idb.open vault');
const rendersIn = (steps: readonly string[]) => steps.filter((step) => step === 'action.setBadgeText');
/** The step that reads these values at once. */
const read = (...of: readonly Pick<Item<unknown>, 'area' | 'key'>[]) =>
  `storage.${of[0]?.area}.get ${of.map(({ key }) => key).join(', ')}`;
const risk =
  (crossedRiskRate: string): Answer =>
  ({ url }) =>
    url.pathname.endsWith('accounts') ? { data: [{ ...accountRow, crossedRiskRate }] } : data(url);

const { accounts, readings, settings, pollRun, sampleData, wipedAt } = items;
const { alertStates, alertSettings, snooze, inMemoryAlertStates } = alerts;
const RENDER = [
  read(accounts, readings, settings, lockState, sampleData, wipedAt, alertStates, snooze),
  read(unsavedReadings, unsavedHideAmounts, unsavedLockState, inMemoryAlertStates, pollRun),
];
const ROUND = [
  read(settings),
  read(pollRun),
  read(accounts, readings, settings),
  read(unsavedReadings, unsavedHideAmounts),
  read(lockState),
  read(unsavedLockState, unlockedKeys),
  read(accounts, settings, alertSettings, snooze, lockState),
  read(unsavedLockState, inMemoryAlertStates, unsavedReadings, unsavedHideAmounts),
  read(readings, alertStates),
];

describe('a round of one account', () => {
  let environment: Environment;
  beforeAll(async () => {
    environment = await connectAccount('main');
  });

  /** Returns the steps of the next alarm in a running background. */
  async function nextRound(answer: Answer): Promise<readonly string[]> {
    const background = await startBackground(await copyEnvironment(environment), null);
    const before = background.steps.length;
    environment.answer = answer;
    await collectMessages(background, ALARM);
    return background.steps.slice(before);
  }

  it("reads each value once, and the toolbar's values twice: after the readings and at the end", async () => {
    const steps = await nextRound(risk('0.33'));
    // Then the settings say whether what is free in other wallets is read.
    expect(readsIn(steps).toSorted()).toEqual([...ROUND, ...RENDER, ...RENDER, read(settings)].toSorted());
  });

  it(`reads the storage at most ${MOST_READS} times, even when it wakes the background and finds danger`, async () => {
    const woken = await copyEnvironment(environment);
    woken.answer = risk('0.95');
    const { steps } = await startBackground(woken, ALARM);
    const reads = readsIn(steps);
    expect(woken.notified).toHaveLength(1);
    expect(reads.length, reads.join('\n')).toBeLessThanOrEqual(MOST_READS);
  });

  it('opens the vault once', async () => {
    expect(vaultOpeningsIn(await nextRound(risk('0.33')))).toHaveLength(1);
  });

  it('opens the vault once for three accounts', async () => {
    const three = await connectAccount('main', 'second', 'third');
    const background = await startBackground(three, null);
    const before = background.steps.length;
    three.asked.length = 0;
    await collectMessages(background, ALARM);
    expect(new Set(three.asked.map((each) => each.split(' ')[0]))).toEqual(new Set(['main', 'second', 'third']));
    expect(vaultOpeningsIn(background.steps.slice(before))).toHaveLength(1);
  });

  it('renders the toolbar once a round, because the tooltip names the time of reading', async () => {
    const background = await startBackground(environment, null);
    const next = async (answer: Answer) => {
      const before = background.steps.length;
      environment.time += MINUTE;
      environment.answer = answer;
      await collectMessages(background, ALARM);
      return rendersIn(background.steps.slice(before)).length;
    };
    await next(risk('0.33'));
    expect([await next(risk('0.5')), environment.toolbar.text]).toEqual([1, '50%']);
    expect([await next(risk('0.5')), environment.toolbar.text]).toEqual([1, '50%']);
    expect([await next(risk('0.33')), environment.toolbar.text]).toEqual([1, '33%']);
  });
});
