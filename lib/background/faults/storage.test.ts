import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { classicRow } from '../../../simulator/index.ts';
import type { Account } from '../../domain/account/account.ts';
import type { AlertStates } from '../../domain/alert/update-alert-states.ts';
import { MINUTE, SECOND } from '../../domain/core/time.ts';
import type { Readings } from '../../domain/polling/reading.ts';
import { useFastKdf } from '../../testing/fast-kdf.ts';
import { keysIn } from '../../testing/simulated-background/databases.ts';
import { readStored } from '../../testing/simulated-background/environment.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../../testing/simulated-background/simulated-exchange.ts';

const key = createKey('storage');
const other = createKey('other');
const ONE_SET = ['accounts', 'all-position'];
const rows = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
let scene: SimulatedExchange;

beforeEach(async () => {
  scene = await startSimulatedExchange(
    [key, other].map((each) => ({ ...each, family: 'classic', accounts: rows }) as const),
  );
  await scene.connect(key);
  await scene.pass(MINUTE);
  scene.exchange.clearLog();
});
afterEach(() => {
  vi.useRealTimers();
});

const countKeys = async () => (await keysIn(scene.environment.databases, 'vault', 'records')).length;

describe('a vault', () => {
  it('L6 that is wiped is reported, sends nothing, and works again with a new key', async () => {
    await new Promise((done) => {
      scene.environment.databases.deleteDatabase('vault').onsuccess = done;
    });
    await scene.ring();
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.listRequests()).toEqual([]);
    expect(scene.reading().margin).toMatchObject({
      'USDT-FUTURES': { state: 'stale', failure: { kind: 'vault', problem: 'missing' } },
    });
    expect(scene.badge()).toBe('!');
    const { notices, cards } = scene.view();
    expect(notices).toEqual([expect.stringMatching(/^Main: No key is stored for this account/)]);
    expect(cards).toMatchObject([{ available: '1,000.00' }]);
    const [account] = readStored<readonly Account[]>(scene.environment, 'local', 'accounts') ?? [];
    await scene.connect(key, { id: account?.id });
    expect(scene.badge()).toBe('33%');
    expect(scene.view().notices).toEqual([]);
    expect(await countKeys()).toBe(1);
  });
});

describe.each(['accounts', 'settings', 'readings'] as const)('stored %s', (name) => {
  it.each<[string, unknown, number]>([
    ['of a later version', { from: 'the future' }, 99],
    ['that are damaged', { from: 'nowhere' }, 1],
  ])('L6 keeps %s as they are, sends nothing, and asks the user to act on the badge', async (_, value, v) => {
    const { local } = scene.environment.areas;
    const good = local.get(name);
    local.set(name, { v, value });
    await scene.restart();
    await scene.ring();
    await scene.send({ type: 'refresh' });
    expect(local.get(name)).toEqual({ v, value });
    expect(scene.listRequests()).toEqual([]);
    expect(scene.badge()).toBe('!');
    expect(await countKeys()).toBe(1);
    if (good === undefined) local.delete(name);
    else local.set(name, good);
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.listRequests()).toEqual(ONE_SET);
    expect(scene.badge()).toBe('33%');
  });
});

describe('storage that', () => {
  const onDisk = () => readStored<Readings>(scene.environment, 'local', 'readings');
  const risk = (crossedRiskRate: string) => {
    const row = classicRow({ isolatedMargin: '0', crossedRiskRate, available: '5' });
    scene.exchange.account(key.apiKey).accounts = { 'USDT-FUTURES': [row] };
  };

  it('L6 rejects writes keeps its values, is reported, and is written again when there is space', async () => {
    const before = onDisk();
    risk('0.4');
    scene.environment.refused.add('storage.local.set');
    await scene.ring();
    expect(scene.listRequests()).toEqual(ONE_SET);
    expect(onDisk()).toEqual(before);
    expect(scene.badge()).toBe('!');
    expect(scene.tooltip()).toMatch(/can’t save new data.*\n.*40\.0%/s);
    expect(scene.view()).toMatchObject({
      notices: [expect.stringMatching(/storage|disk|space/i)],
      cards: [{ available: '5.00' }],
    });
    scene.environment.refused.clear();
    await scene.pass(MINUTE);
    await scene.ring();
    expect(onDisk()).not.toEqual(before);
    expect(scene.badge()).toBe('40%');
    expect(scene.view()).toMatchObject({ notices: [], cards: [{ available: '5.00' }] });
    expect(readStored(scene.environment, 'session', 'unsavedReadings')).toBeNull();
  });

  it('L6 rejects writes does not hide a warning', async () => {
    scene.environment.refused.add('storage.local.set');
    risk('0.75');
    await scene.ring();
    expect(scene.badge()).toBe('75%');
    expect(scene.tooltip()).toMatch(/can’t save new data/);
  });

  it('L6 rejects writes does not hide a danger, whenever the worker is killed', async () => {
    scene.environment.refused.add('storage.local.set');
    risk('0.97');
    for (let round = 0; round < 3; round += 1) {
      await scene.ring();
      expect(scene.badge()).toBe('97%');
      expect(scene.view().cards).toMatchObject([{ level: 'danger', available: '5.00' }]);
      await scene.pass(30 * SECOND);
      await scene.restart();
      // A danger is read every 5 s, so these figures are old.
      expect(scene.badge()).toMatch(/^97%\??$/);
      expect(scene.tooltip()).not.toMatch(/can’t read/);
    }
    expect(scene.environment.notified).toHaveLength(1);
    scene.environment.refused.clear();
    risk('0.33');
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.badge()).toBe('33%');
  });

  it('L6 rejects writes keeps what the user has seen, now and when there is space again', async () => {
    scene.environment.refused.add('storage.local.set');
    risk('0.97');
    await scene.ring();
    const [id = ''] = scene.environment.notified;
    const alert = /^alert\/(.*)\/\d+/.exec(id)?.[1];
    await scene.send({ type: 'acknowledge', key: alert });
    await scene.restart();
    for (let minute = 0; minute < 40; minute += 10) {
      await scene.pass(10 * MINUTE);
      await scene.ring();
    }
    expect(scene.environment.notified).toEqual([id]);
    scene.environment.refused.clear();
    await scene.pass(MINUTE);
    await scene.ring();
    const { states } = readStored<AlertStates>(scene.environment, 'local', 'alertStates') ?? {};
    expect(states?.[alert ?? '']).toMatchObject({ level: 'danger', seen: { at: expect.any(Number) } });
  });

  it.each([
    { type: 'snooze', account: null, until: 9e15 },
    { type: 'acknowledge', key: 'risk/none' },
    { type: 'eraseLog' },
    { type: 'lockAfter', minutes: 15 },
    { type: 'order', accounts: [] },
  ])('L6 rejects writes survives $type', async (command) => {
    scene.environment.refused.add('storage.local.set');
    await scene.send(command);
    await scene.ring();
    expect(scene.tooltip()).toMatch(/can’t save new data/);
  });

  it('L6 rejects writes still opens a vault that can auto-lock, which notes the time every minute', async () => {
    useFastKdf();
    const [account] = readStored<readonly Account[]>(scene.environment, 'local', 'accounts') ?? [];
    const secrets = { [account?.id ?? '']: key.secret };
    const wanted = { mode: 'password', current: '', password: 'correct horse battery', secrets };
    await scene.send({ type: 'rekey', request: 'mode', wanted });
    await scene.send({ type: 'lockAfter', minutes: 15 });
    expect(readStored(scene.environment, 'local', 'lock')).toMatchObject({ mode: 'password', lockedAt: null });
    scene.environment.refused.add('storage.local.set');
    for (let minute = 0; minute < 3; minute += 1) {
      await scene.pass(MINUTE);
      scene.exchange.clearLog();
      await scene.ring();
      expect(scene.listRequests()).toEqual(ONE_SET);
    }
    await scene.pass(15 * MINUTE);
    scene.exchange.clearLog();
    await scene.ring();
    expect(scene.listRequests()).toEqual([]);
    expect(scene.view().notices.join()).toMatch(/locked/i);
  });

  it('L6 rejects writes is named beside a vault that is locked at the start of the browser, and opens it', async () => {
    useFastKdf();
    const [account] = readStored<readonly Account[]>(scene.environment, 'local', 'accounts') ?? [];
    const secrets = { [account?.id ?? '']: key.secret };
    const password = 'correct horse battery';
    await scene.send({ type: 'rekey', request: 'mode', wanted: { mode: 'password', current: '', password, secrets } });
    scene.environment.refused.add('storage.local.set');
    scene.environment.areas.session.clear();
    scene.exchange.clearLog();
    await scene.restart();
    expect(scene.badge()).toBe('🔒');
    for (let time = 0; time < 5; time += 1) await scene.send({ type: 'unlock', password: 'wrong password' });
    await scene.send({ type: 'unlock', password });
    expect(scene.listRequests()).toEqual([]);
    expect(readStored(scene.environment, 'session', 'unsavedLock')).toMatchObject({ wrong: 5 });
    await scene.pass(MINUTE);
    await scene.send({ type: 'unlock', password });
    expect(scene.listRequests()).toEqual(ONE_SET);
    expect(scene.tooltip()).toMatch(/^Margin Glance can’t save new data/);
    scene.environment.refused.clear();
    await scene.send({ type: 'lock' });
    expect(readStored(scene.environment, 'session', 'unsavedLock')).toBeNull();
    expect(readStored(scene.environment, 'local', 'lock')).toMatchObject({ mode: 'password', wrong: 0 });
    expect(scene.badge()).toBe('🔒');
  });

  it("L6 P4 rejects writes still keeps Bitget's deadline over a kill, and reads the other accounts", async () => {
    await scene.connect(other, { label: 'Other' });
    await scene.pass(MINUTE);
    scene.environment.refused.add('storage.local.set');
    scene.exchange.clearLog();
    const undo = scene.exchange.fault({ apiKey: key.apiKey }, { kind: 'throttle', retryAfter: '300' });
    await scene.ring();
    undo();
    expect(scene.listRequests().toSorted()).toEqual(['accounts', ...ONE_SET]);
    await scene.restart();
    scene.exchange.clearLog();
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.listRequests()).toEqual(ONE_SET);
  });

  it("L6 P4 rejects writes keeps Bitget's deadline of a check for the rounds", async () => {
    scene.environment.refused.add('storage.local.set');
    await scene.ring();
    const [account] = readStored<readonly Account[]>(scene.environment, 'local', 'accounts') ?? [];
    const undo = scene.exchange.fault({}, { kind: 'throttle', retryAfter: '300' });
    await scene.send({ type: 'check', request: 'check', account: account?.id });
    undo();
    scene.exchange.clearLog();
    await scene.pass(MINUTE);
    await scene.restart();
    await scene.ring();
    expect(scene.listRequests()).toEqual([]);
  });

  it('L6 rejects writes keeps amounts hidden for the session, and stores that when there is space again', async () => {
    scene.environment.refused.add('storage.local.set');
    await scene.press('toggle-amounts');
    expect(scene.badge()).toBe('!');
    expect(scene.tooltip()).toMatch(/can’t save new data/);
    expect(scene.tooltip()).not.toContain('1,000');
    risk('0.97');
    await scene.ring();
    expect(scene.environment.shown.map(({ options }) => options.message).join()).not.toMatch(/\d USDT/);
    scene.environment.refused.clear();
    await scene.pass(MINUTE);
    await scene.ring();
    expect(readStored(scene.environment, 'local', 'settings')).toMatchObject({ hideAmounts: true });
    expect(readStored(scene.environment, 'session', 'unsavedHideAmounts')).toBeNull();
    expect(scene.tooltip()).not.toMatch(/can’t save new data/);
  });

  it('L6 is full, the memory too, asks the user to act, and still reports a danger once', async () => {
    risk('0.97');
    scene.environment.refused.add('storage.local.set');
    const { session } = scene.environment.areas;
    const set = session.set.bind(session);
    session.set = (name, value) => {
      if (name === 'unsavedReadings') throw new Error('QUOTA_BYTES quota exceeded');
      return set(name, value);
    };
    await scene.ring();
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.badge()).toBe('!');
    expect(scene.tooltip()).toMatch(/^Margin Glance can’t save new data/);
    expect(scene.environment.notified).toHaveLength(1);
  });

  it('L6 takes a write after readings were held in memory ignores those, if the worker was killed then', async () => {
    scene.environment.refused.add('storage.local.set');
    risk('0.97');
    await scene.ring();
    const held = scene.environment.areas.session.get('unsavedReadings');
    scene.environment.refused.clear();
    risk('0.4');
    await scene.pass(MINUTE);
    await scene.ring();
    scene.environment.areas.session.set('unsavedReadings', held);
    await scene.restart();
    expect(scene.badge()).toBe('40%');
    await scene.pass(MINUTE);
    await scene.ring();
    expect(readStored(scene.environment, 'session', 'unsavedReadings')).toBeNull();
  });

  it('L6 rejects reads ends the round, sends nothing, and asks the user to act on the badge', async () => {
    scene.environment.refused.add('storage.local.get');
    await scene.ring();
    expect(scene.listRequests()).toEqual([]);
    expect(scene.badge()).toBe('!');
    scene.environment.refused.clear();
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.listRequests()).toEqual(ONE_SET);
    expect(scene.badge()).toBe('33%');
  });
});
