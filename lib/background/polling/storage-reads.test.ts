import { beforeAll, describe, expect, it } from 'vitest';
import * as alerts from '../../browser/storage/alert-items.ts';
import * as items from '../../browser/storage/items.ts';
import { lock } from '../../browser/storage/lock-items.ts';
import type { Item } from '../../browser/storage/store.ts';
import { opened } from '../../browser/storage/vault-session-items.ts';
import { type Answer, copyWorld, type World } from '../../testing/simulated-background/environment.ts';
import { ALARM, hear, live } from '../../testing/simulated-background/module-mocks.ts';
import { connected, data, MINUTE, row } from '../../testing/simulated-background/scenario.ts';

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
    url.pathname.endsWith('accounts') ? { data: [{ ...row, crossedRiskRate }] } : data(url);

const { accounts, readings, settings, flight, showcase, loss } = items;
const { alarms, alerting, silence, spareAlarms } = alerts;
const RENDER = [read(accounts, readings, settings, lock, showcase, loss, alarms, silence), read(flight)];
const ROUND = [
  read(settings),
  read(flight),
  read(accounts, readings, settings),
  read(lock),
  read(opened),
  read(accounts, settings, alerting, silence, lock),
  read(spareAlarms),
  read(readings, alarms),
];

describe('a round of one account', () => {
  let world: World;
  beforeAll(async () => {
    world = await connected('main');
  });

  /** The steps of the next alarm in a background that is awake. */
  async function nextRound(answer: Answer): Promise<readonly string[]> {
    const life = await live(await copyWorld(world), null);
    const before = life.steps.length;
    world.answer = answer;
    await hear(life, ALARM);
    return life.steps.slice(before);
  }

  it('reads each value once, and what the toolbar shows once for the readings and once at its end', async () => {
    const steps = await nextRound(risk('0.33'));
    expect(readsIn(steps).toSorted()).toEqual([...ROUND, ...RENDER, ...RENDER].toSorted());
  });

  it(`reads the storage at most ${MOST_READS} times, even when it wakes the background and finds danger`, async () => {
    const woken = await copyWorld(world);
    woken.answer = risk('0.95');
    const { steps } = await live(woken, ALARM);
    const reads = readsIn(steps);
    expect(woken.told).toHaveLength(1);
    expect(reads.length, reads.join('\n')).toBeLessThanOrEqual(MOST_READS);
  });

  it('opens the vault once', async () => {
    expect(vaultOpeningsIn(await nextRound(risk('0.33')))).toHaveLength(1);
  });

  it('opens the vault once for three accounts too', async () => {
    const three = await connected('main', 'second', 'third');
    const life = await live(three, null);
    const before = life.steps.length;
    three.asked.length = 0;
    await hear(life, ALARM);
    expect(new Set(three.asked.map((each) => each.split(' ')[0]))).toEqual(new Set(['main', 'second', 'third']));
    expect(vaultOpeningsIn(life.steps.slice(before))).toHaveLength(1);
  });

  it('renders the toolbar once for a change that shows, and not at all without one', async () => {
    const life = await live(world, null);
    const next = async (answer: Answer) => {
      const before = life.steps.length;
      world.time += MINUTE;
      world.answer = answer;
      await hear(life, ALARM);
      return rendersIn(life.steps.slice(before)).length;
    };
    await next(risk('0.33'));
    expect([await next(risk('0.5')), world.toolbar.text]).toEqual([1, '50%']);
    expect([await next(risk('0.5')), world.toolbar.text]).toEqual([0, '50%']);
    expect([await next(risk('0.33')), world.toolbar.text]).toEqual([1, '33%']);
  });
});
