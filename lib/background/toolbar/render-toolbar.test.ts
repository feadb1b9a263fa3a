import { beforeAll, describe, expect, it } from 'vitest';
import * as alerts from '../../browser/storage/alert-items.ts';
import * as items from '../../browser/storage/items.ts';
import { lockState } from '../../browser/storage/lock-items.ts';
import type { Item } from '../../browser/storage/store.ts';
import { unsavedHideAmounts } from '../../browser/storage/unsaved-hide-amounts.ts';
import { NO_ALERT_STATES } from '../../domain/alert/update-alert-states.ts';
import { NO_RUN } from '../../domain/polling/poll-run.ts';
import { NO_READINGS } from '../../domain/polling/reading.ts';
import { SAMPLE_BADGE } from '../../domain/sample-data/sample-badge.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { NEVER_LOCKED } from '../../domain/vault/lock.ts';
import { copyEnvironment, type Environment } from '../../testing/simulated-background/environment.ts';
import { collectMessages, startBackground } from '../../testing/simulated-background/module-mocks.ts';
import type { BackgroundProcess } from '../../testing/simulated-background/process.ts';
import { connectAccount } from '../../testing/simulated-background/scenario.ts';

/** Writes to storage as a page or an earlier background would; undefined removes the key. */
async function store<T>(
  background: BackgroundProcess,
  environment: Environment,
  item: Item<T>,
  entry: unknown,
): Promise<void> {
  const area = environment.areas[item.area];
  const oldValue = area.get(item.key);
  if (entry === undefined) area.delete(item.key);
  else area.set(item.key, entry);
  await collectMessages(background, {
    event: 'storage.onChanged',
    args: [{ [item.key]: { oldValue, newValue: entry } }, item.area],
  });
}
const entry = (value: unknown) => ({ v: 1, value });

describe('the toolbar', () => {
  let connectedOnce: Environment;
  beforeAll(async () => {
    connectedOnce = await connectAccount('main');
  });

  const later = () => connectedOnce.time + 1;
  /** Values stored before, the change, and the badge text that it causes. */
  const CASES: readonly [string, readonly [Item<unknown>, unknown][], Item<unknown>, () => unknown, string][] = [
    ['accounts', [], items.accounts, () => entry([]), ''],
    ['readings', [], items.readings, () => entry(NO_READINGS), '…'],
    ['settings', [], items.settings, () => entry({ ...DEFAULT_SETTINGS, badge: 'off' }), ''],
    ['unsaved choice to hide amounts', [], unsavedHideAmounts, () => entry(true), '!'],
    ['run', [], items.pollRun, () => entry({ ...NO_RUN, writeFailed: true }), '!'],
    ['lock state', [], lockState, () => entry({ ...NEVER_LOCKED, mode: 'password', lockedAt: later() }), '🔒'],
    ['choice of sample data', [[items.accounts, entry([])]], items.sampleData, () => entry(true), SAMPLE_BADGE.text],
    // The background itself records the loss when it finds credentials without a list.
    ['wipedAt', [[items.accounts, undefined]], items.wipedAt, () => entry(null), ''],
    ['alert states', [], alerts.alertStates, () => entry({ ...NO_ALERT_STATES, refusedAt: later() }), '!'],
    ['snoozes', [], alerts.snooze, () => entry({ all: later() + 60_000, accounts: {} }), '33%'],
  ];

  it.each(CASES)('follows the stored %s, there and back', async (_, first, item, change, expected) => {
    const environment = await copyEnvironment(connectedOnce);
    const background = await startBackground(environment, null);
    for (const [each, stored] of first) await store(background, environment, each, stored);
    const [before, original] = [{ ...environment.toolbar }, environment.areas[item.area].get(item.key)];
    await store(background, environment, item, change());
    expect(environment.toolbar.text).toBe(expected);
    expect(environment.toolbar).not.toEqual(before);
    await store(background, environment, item, original);
    expect(environment.toolbar).toEqual(before);
  });

  it.each([0, 1, 2, 3, 5, 8, 13, 21])(
    'shows the second of two changes that come %i microtasks apart',
    async (apart) => {
      const environment = await copyEnvironment(connectedOnce);
      const background = await startBackground(environment, null);
      const first = store(background, environment, items.settings, entry({ ...DEFAULT_SETTINGS, badge: 'off' }));
      for (let passed = 0; passed < apart; passed += 1) await null;
      await Promise.all([
        first,
        store(background, environment, items.settings, entry({ ...DEFAULT_SETTINGS, badge: 'risk' })),
      ]);
      expect(environment.toolbar.text).toBe('33%');
    },
  );
});
