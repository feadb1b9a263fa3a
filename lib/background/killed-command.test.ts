import { beforeAll, describe, expect, it } from 'vitest';
import type { Readings } from '../domain/polling/reading.ts';
import { useFastKdf } from '../testing/fast-kdf.ts';
import { keysIn } from '../testing/simulated-background/databases.ts';
import { type Environment, readStored } from '../testing/simulated-background/environment.ts';
import { ALARM, dieAtEachStep, message, startBackground } from '../testing/simulated-background/module-mocks.ts';
import {
  accept,
  accounts,
  buildCommand,
  connectAccount,
  data,
  draft,
  expectReadOnce,
  listRequestedPaths,
  MINUTE,
  nextAlarm,
  ONE_SET,
  storedReading,
} from '../testing/simulated-background/scenario.ts';

describe('L3: a worker killed at any step', { timeout: 60_000 }, () => {
  let environment: Environment;
  beforeAll(async () => {
    environment = await connectAccount('main', 'second', 'third');
  });

  it('during a save leaves the complete account or none', async () => {
    environment.answer = accept;
    const save = message({ type: 'save', request: 'new', draft: { ...draft, label: 'new', apiKey: 'new' } });
    const ends = new Set<number>();
    await dieAtEachStep(environment, save, async (left) => {
      ends.add(accounts(left).length);
      const isThere = accounts(left).length === 4;
      await nextAlarm(left);
      expectReadOnce(left, 'main', 'second', 'third', ...(isThere ? ['new'] : []));
      expect(left.toolbar.text).toBe('33%');
    });
    expect(ends).toEqual(new Set([3, 4]));
  });

  it('during an edit leaves a working account with the old or the new credentials', async () => {
    const edit = buildCommand(environment, 'save', 'main', { label: 'edited', passphrase: 'new' });
    environment.answer = accept;
    const seen = new Set<string>();
    await dieAtEachStep(environment, edit, async (left) => {
      left.answer = ({ key, passphrase, url }) => {
        if (key === 'main') seen.add(`${accounts(left)[0]?.label} ${passphrase}`);
        return data(url);
      };
      await nextAlarm(left);
      expect(listRequestedPaths(left, 'main')).toEqual(ONE_SET);
      expect(left.toolbar.text).toBe('33%');
    });
    // The new credentials are stored before the list changes; the list is never ahead of its keys.
    expect(seen).toEqual(new Set(['main p', 'main new', 'edited new']));
  });

  it('S7: during a removal leaves no data once the account is gone from the list', async () => {
    await dieAtEachStep(environment, buildCommand(environment, 'remove', 'main'), async (left) => {
      const isGone = accounts(left).length === 2;
      await nextAlarm(left);
      expectReadOnce(left, 'second', 'third', ...(isGone ? [] : ['main']));
      expect(Object.keys(readStored<Readings>(left, 'local', 'readings')?.accounts ?? {})).toHaveLength(isGone ? 2 : 3);
      expect(
        new Set((await keysIn(left.databases, 'history', 'chunks')).map((key) => String(key).split(',')[0])),
      ).toEqual(new Set(accounts(left).map(({ id }) => id)));
    });
  });

  it('S8: while everything is removed leaves no account without saying so, and no key of one that is gone', async () => {
    const ends = new Set<string>();
    await dieAtEachStep(environment, message({ type: 'startOver' }), async (left) => {
      const records = await keysIn(left.databases, 'vault', 'records');
      ends.add(`${accounts(left).length} accounts, ${records.length} keys`);
      if (accounts(left).length > 0) return;
      await nextAlarm(left);
      expect(await keysIn(left.databases, 'history', 'chunks')).toEqual([]);
      expect(JSON.stringify([...left.areas.local])).not.toMatch(/main|second|third|wipedAt/);
    });
    expect(ends).toEqual(new Set(['3 accounts, 3 keys', '3 accounts, 0 keys', '0 accounts, 0 keys']));
  });

  it('during a check of a stopped account leaves it stopped or polled', async () => {
    const stopped = await connectAccount('main');
    stopped.answer = () => ({ code: '40018' });
    await startBackground(stopped, ALARM);
    stopped.time += MINUTE;
    stopped.answer = accept;
    await dieAtEachStep(stopped, buildCommand(stopped, 'check', 'main'), async (left) => {
      const isStopped = storedReading(left, 'main')?.retry.stopped;
      await nextAlarm(left);
      if (!isStopped) expectReadOnce(left, 'main');
      else expect(listRequestedPaths(left, 'main')).toEqual([]);
    });
  });

  it.each(['session', 'device'])('during a change to %s mode leaves every key usable', async (mode) => {
    const before = await connectAccount('main', 'other');
    const secrets = Object.fromEntries(accounts(before).map(({ id }) => [id, 's']));
    const change = (to: string) =>
      message({ type: 'rekey', request: 'mode', wanted: { mode: to, password: '', current: '', secrets } });
    if (mode === 'device') await startBackground(before, change('session'));
    const ends = new Set<number>();
    await dieAtEachStep(before, change(mode), async (left) => {
      await nextAlarm(left);
      expectReadOnce(left, 'main', 'other');
      expect(left.toolbar.text).toBe('33%');
      ends.add((await keysIn(left.databases, 'vault', 'records')).length);
    });
    expect(ends).toEqual(new Set([0, 2]));
  });

  it('during a change of the password leaves a vault that opens automatically', async () => {
    const before = await connectAccount('main');
    useFastKdf();
    const secrets = Object.fromEntries(accounts(before).map(({ id }) => [id, 's']));
    const change = (current: string, password: string) =>
      message({ type: 'rekey', request: 'mode', wanted: { mode: 'password', password, current, secrets } });
    await startBackground(before, change('', 'correct horse battery'));
    await dieAtEachStep(before, change('correct horse battery', 'staple of another horse'), async (left) => {
      await nextAlarm(left);
      expectReadOnce(left, 'main');
      expect(left.toolbar.text).toBe('33%');
    });
  });
});
