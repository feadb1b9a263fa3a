import { beforeAll, describe, expect, it } from 'vitest';
import * as alerts from '../../browser/storage/alert-items.ts';
import * as items from '../../browser/storage/items.ts';
import { lock } from '../../browser/storage/lock-items.ts';
import type { Item } from '../../browser/storage/store.ts';
import { NO_ALARMS } from '../../domain/alert/update-alert-states.ts';
import { NO_FLIGHT } from '../../domain/polling/poll-run.ts';
import { NO_READINGS } from '../../domain/polling/reading.ts';
import { SHOWCASE_BADGE } from '../../domain/sample-data/sample-badge.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { NEVER_LOCKED } from '../../domain/vault/lock.ts';
import { copyWorld, type World } from '../../testing/simulated-background/environment.ts';
import { hear, live } from '../../testing/simulated-background/module-mocks.ts';
import type { Life } from '../../testing/simulated-background/process.ts';
import { connected } from '../../testing/simulated-background/scenario.ts';

/** Puts something into the storage as a page or an earlier background would; undefined takes the key away. */
async function store<T>(life: Life, world: World, item: Item<T>, entry: unknown): Promise<void> {
  const area = world.areas[item.area];
  const oldValue = area.get(item.key);
  if (entry === undefined) area.delete(item.key);
  else area.set(item.key, entry);
  await hear(life, { event: 'storage.onChanged', args: [{ [item.key]: { oldValue, newValue: entry } }, item.area] });
}
const entry = (value: unknown) => ({ v: 1, value });

describe('the toolbar', () => {
  let connectedOnce: World;
  beforeAll(async () => {
    connectedOnce = await connected('main');
  });

  const later = () => connectedOnce.time + 1;
  /** What is stored before, if that matters, what changes, and the text that the badge then shows. */
  const CASES: readonly [string, readonly [Item<unknown>, unknown][], Item<unknown>, () => unknown, string][] = [
    ['accounts', [], items.accounts, () => entry([]), ''],
    ['readings', [], items.readings, () => entry(NO_READINGS), '…'],
    ['settings', [], items.settings, () => entry({ ...DEFAULT_SETTINGS, badge: 'off' }), ''],
    ['run', [], items.flight, () => entry({ ...NO_FLIGHT, unstored: true }), '!'],
    ['lock state', [], lock, () => entry({ ...NEVER_LOCKED, mode: 'password', lockedAt: later() }), '🔒'],
    ['choice of sample data', [[items.accounts, entry([])]], items.showcase, () => entry(true), SHOWCASE_BADGE.text],
    // The background itself notes the loss of a list whose credentials it finds.
    ['loss', [[items.accounts, undefined]], items.loss, () => entry(null), ''],
    ['alert states', [], alerts.alarms, () => entry({ ...NO_ALARMS, refusedAt: later() }), '!'],
    ['snoozes', [], alerts.silence, () => entry({ all: later() + 60_000, accounts: {} }), '33%'],
  ];

  it.each(CASES)('follows the stored %s, there and back', async (_, first, item, change, expected) => {
    const world = await copyWorld(connectedOnce);
    const life = await live(world, null);
    for (const [each, stored] of first) await store(life, world, each, stored);
    const [before, original] = [{ ...world.toolbar }, world.areas[item.area].get(item.key)];
    await store(life, world, item, change());
    expect(world.toolbar.text).toBe(expected);
    expect(world.toolbar).not.toEqual(before);
    await store(life, world, item, original);
    expect(world.toolbar).toEqual(before);
  });

  it.each([0, 1, 2, 3, 5, 8, 13, 21])('shows the last of two changes that come %i microtasks apart', async (apart) => {
    const world = await copyWorld(connectedOnce);
    const life = await live(world, null);
    const first = store(life, world, items.settings, entry({ ...DEFAULT_SETTINGS, badge: 'off' }));
    for (let passed = 0; passed < apart; passed += 1) await null;
    await Promise.all([first, store(life, world, items.settings, entry({ ...DEFAULT_SETTINGS, badge: 'risk' }))]);
    expect(world.toolbar.text).toBe('33%');
  });
});
