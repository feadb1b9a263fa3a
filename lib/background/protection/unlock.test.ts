import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { lockState } from '../../browser/storage/lock-items.ts';
import { read } from '../../browser/storage/store.ts';
import { HOUR, MINUTE, SECOND } from '../../domain/core/time.ts';
import { lockedSince, retryDelayLeft } from '../../domain/vault/lock.ts';
import {
  beginWithAccount,
  draft,
  here,
  moveClock,
  PASSWORD,
  pass,
  protect,
  reading,
  readPublishedLock,
  rekey,
  restart,
  round,
  saved,
  until,
} from '../../testing/password-vault.ts';
import { createPassword } from '../../vault/protection.ts';
import { saveAccount } from '../accounts/save-account.ts';
import { readCredentials, syncLockState } from '../vault/open-vault.ts';
import { lockVault, setAutoLock, unlock } from './unlock.ts';

vi.mock('../../bitget/http/rate-limiter.ts', () => ({ createRateLimiter: () => async () => () => undefined }));

beginWithAccount();

describe('a locked vault', () => {
  beforeEach(protect);

  it('sends nothing, keeps the figures, and resumes when it is unlocked', async () => {
    await round();
    pass(2 * SECOND);
    await lockVault();
    here.fetch.mockClear();
    expect(lockedSince(await readPublishedLock())).toBe(here.now);
    await round();
    expect(await reading()).toMatchObject({ state: 'stale', failure: { kind: 'locked' }, at: expect.any(Number) });
    expect(here.fetch).not.toHaveBeenCalled();
    expect(await readCredentials(here.id)).toEqual({ ok: false, failure: { kind: 'locked' } });
    pass(2 * SECOND);
    await unlock(PASSWORD);
    expect(lockedSince(await readPublishedLock())).toBeNull();
    expect(await reading()).toMatchObject({ state: 'fresh', at: here.now });
  });

  it('accepts neither a new account nor an edit', async () => {
    await lockVault();
    here.fetch.mockClear();
    const refused = { ok: false, failure: { kind: 'locked' } };
    expect(await saveAccount({ ...draft, label: 'Other' })).toEqual(refused);
    expect(await saveAccount({ ...draft, id: here.id })).toEqual(refused);
    expect(here.fetch).not.toHaveBeenCalled();
  });

  it('is locked after a browser start, no matter which code reads it first', async () => {
    await restart();
    await syncLockState();
    expect(lockedSince(await readPublishedLock())).toBe(here.now);
    await restart();
    here.fetch.mockClear();
    await round();
    expect(here.fetch).not.toHaveBeenCalled();
  });

  it('auto-locks after the chosen time, at the next alarm', async () => {
    await setAutoLock(15);
    pass(15 * MINUTE - 3 * SECOND);
    await round();
    expect(await reading()).toMatchObject({ state: 'fresh' });
    here.fetch.mockClear();
    await round();
    expect(here.fetch).not.toHaveBeenCalled();
    expect(await read(lockState)).toMatchObject({ lockedAt: here.now, lockAfter: 15, locksAt: null });
    expect(await fakeBrowser.storage.session.get('unlockedKeys')).toMatchObject({ unlockedKeys: { value: {} } });
    await unlock(PASSWORD);
    expect((await readPublishedLock()).locksAt).toBe(here.now + 15 * MINUTE);
    await setAutoLock(0);
    expect((await readPublishedLock()).locksAt).toBeNull();
  });

  it('ends a round in progress', async () => {
    let ended: unknown;
    here.fetch.mockClear().mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => {
            ended = init.signal?.reason;
            reject(new DOMException('', 'AbortError'));
          });
        }),
    );
    const flying = round();
    await until(() => here.fetch.mock.calls.length > 0);
    await lockVault();
    await flying;
    expect(ended).toBeDefined();
    expect(here.fetch).toHaveBeenCalledTimes(1);
  });

  it("aborts a round that already has the vault's key", async () => {
    for (const label of ['Second', 'Third', 'Fourth'])
      await saved({ ...draft, label, apiKey: `bg_${label}_0123456789` });
    here.fetch.mockClear().mockImplementation(
      (_, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        }),
    );
    const run = round();
    await until(() => here.fetch.mock.calls.length === 4);
    await lockVault();
    await run;
    expect(here.fetch).toHaveBeenCalledTimes(4);
    expect(await reading()).toMatchObject({ state: 'stale', failure: { kind: 'locked' } });
  });
});

describe('the password', () => {
  beforeEach(async () => {
    await protect();
    await lockVault();
  });
  const fail = async (times: number) => {
    for (let time = 0; time < times; time += 1) await unlock('wrong password');
  };

  it('is counted when wrong, and five in a row delay the next one, right or wrong', async () => {
    await fail(4);
    expect(await readPublishedLock()).toMatchObject({ wrong: 4, last: 'wrong' });
    expect(retryDelayLeft(await readPublishedLock(), here.now)).toBe(0);
    await fail(1);
    expect(retryDelayLeft(await readPublishedLock(), here.now)).toBe(30 * SECOND);
    const derive = vi.mocked(crypto.subtle.deriveBits).mockClear();
    await unlock(PASSWORD);
    await restart();
    await unlock(PASSWORD);
    expect(derive).not.toHaveBeenCalled();
    expect(await readPublishedLock()).toMatchObject({ wrong: 5, lockedAt: expect.any(Number) });
    pass(30 * SECOND);
    await unlock(PASSWORD);
    expect(await readPublishedLock()).toMatchObject({ wrong: 0, lockedAt: null, last: 'none' });
  });

  it.each([-8 * HOUR, -HOUR, -20 * SECOND, HOUR])(
    'waits its delay within one background, whenever the clock is set (%i ms)',
    async (change) => {
      await fail(5);
      pass(10 * SECOND);
      moveClock(change);
      await unlock(PASSWORD);
      expect(await readPublishedLock()).toMatchObject({ wrong: 5, last: 'wrong', lockedAt: expect.any(Number) });
      expect(retryDelayLeft(await readPublishedLock(), here.now)).toBe(20 * SECOND);
      pass(20 * SECOND - 1);
      await unlock(PASSWORD);
      expect(lockedSince(await readPublishedLock())).not.toBeNull();
      pass(1);
      await unlock(PASSWORD);
      expect(lockedSince(await readPublishedLock())).toBeNull();
    },
  );

  it('counts as wrong when the background is killed during the check', async () => {
    await fail(4);
    const kills: ((reason: Error) => void)[] = [];
    vi.mocked(crypto.subtle.deriveBits).mockImplementationOnce(() => new Promise((_, reject) => kills.push(reject)));
    const trying = unlock('wrong password');
    await until(() => kills.length > 0);
    expect(await readPublishedLock()).toMatchObject({ wrong: 5, last: 'trying' });
    expect(retryDelayLeft(await readPublishedLock(), here.now)).toBe(30 * SECOND);
    kills[0]?.(new Error('killed'));
    await expect(trying).rejects.toThrow('killed');
    expect(await readPublishedLock()).toMatchObject({ wrong: 5, last: 'trying' });
  });
});

describe('the password’s record', () => {
  const replace = async (make: (protection: object) => object | undefined) => {
    const database = await openDB('vault');
    const made = make(await database.get('keys', 'keeping'));
    if (made) await database.put('keys', made, 'keeping');
    else await database.clear('keys');
    database.close();
  };
  beforeEach(async () => {
    await protect();
    await lockVault();
  });

  it('with too few iterations is rejected, and the password does not count as wrong', async () => {
    await replace((protection) => ({ ...protection, rounds: 599_999 }));
    await unlock(PASSWORD);
    expect(await readPublishedLock()).toMatchObject({ last: 'downgrade', wrong: 0, lockedAt: expect.any(Number) });
  });

  it('with few allowed iterations is upgraded once it is unlocked', async () => {
    const [weaker] = [await createPassword(PASSWORD, 600_000)];
    const database = await openDB('vault');
    const strong = await database.get('keys', 'keeping');
    expect(strong.rounds).toBeGreaterThan(600_000);
    await database.put('keys', weaker.protection, 'keeping');
    await database.clear('records');
    database.close();
    await unlock(PASSWORD);
    await saved({ ...draft, id: here.id });
    await replace((protection) => {
      expect(protection).toMatchObject({ rounds: strong.rounds });
      return protection;
    });
    await lockVault();
    await unlock(PASSWORD);
    expect(await readCredentials(here.id)).toMatchObject({ ok: true });
  });

  it('with more iterations is used as it is, and keeps them under the next password', async () => {
    const { protection } = await createPassword(PASSWORD, 2_500_000);
    await replace(() => protection);
    await unlock(PASSWORD);
    expect(lockedSince(await readPublishedLock())).toBeNull();
    expect(await rekey({ current: PASSWORD, password: 'another password' })).toMatchObject({ problem: null });
    await replace((found) => {
      expect(found).toMatchObject({ rounds: 2_500_000 });
      return found;
    });
  });

  it.each<[string, (protection: object) => object | undefined]>([
    ['wiped', () => undefined],
    ['damaged', (protection) => ({ ...protection, salt: new Uint8Array(16) })],
    ['of another version', (protection) => ({ ...protection, version: 2 })],
  ])('that is %s is reported, and choosing again is a way out', async (_, make) => {
    await replace(make);
    await unlock(PASSWORD);
    expect(await readPublishedLock()).toMatchObject({ mode: 'password', last: 'lost', lockedAt: expect.any(Number) });
    await restart();
    await syncLockState();
    expect(await rekey({})).toMatchObject({ problem: null });
    await saved({ ...draft, id: here.id });
    await round();
    expect(await reading()).toMatchObject({ state: 'fresh' });
  });

  it('counts when the published lock state is missing or corrupt', async () => {
    await fakeBrowser.storage.local.remove('lock');
    await syncLockState();
    expect(await readPublishedLock()).toMatchObject({ mode: 'password', lockedAt: here.now });
    await fakeBrowser.storage.local.set({ lock: { v: 1, value: { mode: 'device' } } });
    await syncLockState();
    expect(await readPublishedLock()).toMatchObject({ mode: 'password', lockedAt: here.now });
  });
});
