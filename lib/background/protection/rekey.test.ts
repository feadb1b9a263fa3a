import { createHmac } from 'node:crypto';
import { IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as items from '../../browser/storage/items.ts';
import { outcomes } from '../../browser/storage/outcome-items.ts';
import { read, update, write } from '../../browser/storage/store.ts';
import { unlockedKeys } from '../../browser/storage/vault-session-items.ts';
import { MINUTE } from '../../domain/core/time.ts';
import {
  beginWithAccount,
  draft,
  here,
  inClear,
  PASSWORD,
  pass,
  protect,
  reading,
  readPublishedLock,
  rekey,
  restart,
  round,
  SECRET,
  saved,
} from '../../testing/password-vault.ts';
import { reportOutcome } from '../accounts/report-outcome.ts';
import { saveAccount } from '../accounts/save-account.ts';
import {
  credentialsFrom,
  openVault,
  readCredentials,
  readVaultState,
  syncLockState,
  syncLockStateOnWake,
} from '../vault/open-vault.ts';
import { lockVault, unlock } from './unlock.ts';

vi.mock('../../bitget/http/rate-limiter.ts', () => ({ createRateLimiter: () => async () => () => undefined }));

beginWithAccount();

describe('S1: a password', () => {
  it('keeps an account whose secret is typed again, and leaves nothing readable', async () => {
    expect(await protect()).toEqual({ request: 'request', problem: null, account: null });
    expect(await readPublishedLock()).toMatchObject({ mode: 'password', lockedAt: null, wrong: 0 });
    expect(await readCredentials(here.id)).toMatchObject({
      ok: true,
      value: { apiKey: draft.apiKey, passphrase: draft.passphrase, signing: { extractable: false, usages: ['sign'] } },
    });
    expect(await inClear()).toEqual([]);
  });

  it('signs as the device mode did', async () => {
    const before = new Headers(here.fetch.mock.calls[0]?.[1]?.headers);
    await protect();
    here.fetch.mockClear();
    await round();
    const after = new Headers(here.fetch.mock.calls[0]?.[1]?.headers);
    expect(after.get('ACCESS-KEY')).toBe(before.get('ACCESS-KEY'));
    const url = new URL(String(here.fetch.mock.calls[0]?.[0]));
    const text = `${after.get('ACCESS-TIMESTAMP')}GET${url.pathname}${url.search}`;
    expect(after.get('ACCESS-SIGN')).toBe(createHmac('sha256', SECRET).update(text).digest('base64'));
  });

  it('changes nothing when a typed secret does not match the stored one', async () => {
    expect(await rekey({ secrets: { [here.id]: 'another secret' } })).toMatchObject({
      problem: 'secret',
      account: here.id,
    });
    expect(await readPublishedLock()).toMatchObject({ mode: 'device' });
    expect(await readCredentials(here.id)).toMatchObject({ ok: true });
  });

  it('keeps an account without its secret in the list, and asks for its key', async () => {
    await rekey({});
    await round();
    expect(await read(items.accounts)).toMatchObject([{ id: here.id, label: 'Main' }]);
    expect(await reading()).toMatchObject({ state: 'stale', failure: { kind: 'vault', problem: 'missing' } });
    await saved({ ...draft, id: here.id });
    expect(await readCredentials(here.id)).toMatchObject({ ok: true });
    expect(await inClear()).toEqual([]);
  });

  it('accepts new accounts, and edits without the secret', async () => {
    await protect();
    const other = await saved({ ...draft, label: 'Other' });
    await saved({ ...draft, id: here.id, apiKey: '', secret: '', passphrase: 'new words' });
    await lockVault();
    await unlock(PASSWORD);
    expect(await readCredentials(other)).toMatchObject({ ok: true });
    expect(await readCredentials(here.id)).toMatchObject({
      ok: true,
      value: { passphrase: 'new words', apiKey: draft.apiKey },
    });
  });

  it.each(['short', ''])('rejects “%s”', async (password) => {
    expect(await rekey({ password })).toMatchObject({ problem: 'short' });
    expect(await readPublishedLock()).toMatchObject({ mode: 'device' });
  });
});

describe('leaving the password mode', () => {
  beforeEach(protect);

  it.each(['device', 'session'] as const)('for %s mode takes the password, and loses nothing', async (mode) => {
    expect(await rekey({ mode, current: 'wrong password' })).toMatchObject({ problem: 'wrong' });
    expect(await readPublishedLock()).toMatchObject({ mode: 'password', wrong: 1 });
    expect(await rekey({ mode, current: PASSWORD })).toMatchObject({ problem: null });
    expect(await readPublishedLock()).toMatchObject({ mode, lockedAt: null, wrong: 0 });
    expect(await readCredentials(here.id)).toMatchObject({ ok: true, value: { apiKey: draft.apiKey } });
    here.fetch.mockClear();
    await round();
    expect(here.fetch).toHaveBeenCalledTimes(1);
    expect(await fakeBrowser.storage.session.get('unlockedKeys')).toMatchObject({ unlockedKeys: { value: {} } });
  });

  it('without the password deletes the keys, keeps the accounts and sends nothing', async () => {
    await lockVault();
    here.fetch.mockClear();
    expect(await rekey({ mode: 'device' })).toMatchObject({ problem: null });
    await round();
    expect(here.fetch).not.toHaveBeenCalled();
    expect(await reading()).toMatchObject({ failure: { kind: 'vault', problem: 'missing' } });
    await saved({ ...draft, id: here.id });
    expect(await reading()).toMatchObject({ state: 'fresh' });
  });

  it('does not bypass the retry delay', async () => {
    for (let time = 0; time < 5; time += 1) await rekey({ mode: 'device', current: 'wrong password' });
    expect(await rekey({ mode: 'device', current: PASSWORD })).toMatchObject({ problem: 'wait' });
  });

  it('to another password locks out the first one', async () => {
    expect(await rekey({ current: PASSWORD, password: 'another password' })).toMatchObject({ problem: null });
    await lockVault();
    await unlock(PASSWORD);
    expect(await readPublishedLock()).toMatchObject({ last: 'wrong' });
    await unlock('another password');
    expect(await readCredentials(here.id)).toMatchObject({ ok: true });
  });
});

describe('S1: session mode', () => {
  beforeEach(() => rekey({ mode: 'session', secrets: { [here.id]: SECRET } }));

  it('polls as before, with credentials only in memory', async () => {
    expect(await readPublishedLock()).toMatchObject({ mode: 'session', lockedAt: null });
    await round();
    expect(await reading()).toMatchObject({ state: 'fresh' });
    const database = await openDB('vault');
    expect(await database.getAll('records')).toEqual([]);
    database.close();
    const everything = JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()]);
    for (const each of [draft.apiKey, SECRET, draft.passphrase]) expect(everything).not.toContain(each);
  });

  it('asks for the key after a browser restart, and sends nothing', async () => {
    await restart();
    here.fetch.mockClear();
    await round();
    expect(here.fetch).not.toHaveBeenCalled();
    expect(await reading()).toMatchObject({ state: 'stale', failure: { kind: 'vault', problem: 'forgotten' } });
    await saved({ ...draft, id: here.id });
    expect(await reading()).toMatchObject({ state: 'fresh' });
  });

  it.each(['device', 'password'] as const)('serves who began to open the vault before a change to %s', async (mode) => {
    const begun = await readVaultState([here.id]);
    await rekey({ mode });
    const vault = await openVault(Promise.resolve(begun));
    expect(vault.ok && (await credentialsFrom(vault.value, here.id))).toMatchObject({ ok: true });
    expect(await readCredentials(here.id)).toMatchObject({ ok: true });
  });

  it('changes to the other modes without losing anything', async () => {
    await rekey({});
    expect(await readPublishedLock()).toMatchObject({ mode: 'password' });
    expect(await readCredentials(here.id)).toMatchObject({ ok: true });
    expect(await fakeBrowser.storage.session.get('sessionCredentials')).toMatchObject({
      sessionCredentials: { value: {} },
    });
  });
});

describe('while the protection changes', () => {
  /** Asks for the vault during each step that takes time, and around each change of the keys in memory. */
  async function askDuring(change: () => Promise<unknown>): Promise<readonly unknown[]> {
    const seen: unknown[] = [];
    const ask = async () => {
      seen.push((await readCredentials(here.id)).ok, (await readPublishedLock()).lockedAt);
    };
    const derive = vi.mocked(crypto.subtle.deriveBits).getMockImplementation() ?? expect.fail('KDF is not mocked');
    vi.mocked(crypto.subtle.deriveBits).mockImplementation(async (...args) => {
      await ask();
      return await derive(...args);
    });
    const { session } = fakeBrowser.storage;
    const set = session.set.bind(session);
    const writing = vi.spyOn(session, 'set').mockImplementation(async (values) => {
      if (Object.keys(values).some((key) => key.startsWith('unlockedKey'))) await ask();
      await set(values);
    });
    await change();
    writing.mockRestore();
    await ask();
    return seen;
  }

  it('the old password serves until the new one is written, and nobody finds the vault locked', async () => {
    await protect();
    const seen = await askDuring(() => rekey({ current: PASSWORD, password: 'another fine phrase' }));
    expect(seen.length).toBeGreaterThanOrEqual(8);
    expect(new Set(seen)).toEqual(new Set([true, null]));
  });

  it('the device serves until the first password is written', async () => {
    expect(new Set(await askDuring(protect))).toEqual(new Set([true, null]));
  });

  it('a lock by the user holds, also after the change', async () => {
    await protect();
    let locking: Promise<void> | undefined;
    const derive = vi.mocked(crypto.subtle.deriveBits).getMockImplementation() ?? expect.fail('KDF is not mocked');
    vi.mocked(crypto.subtle.deriveBits).mockImplementationOnce((...args) => {
      locking = lockVault();
      return derive(...args);
    });
    expect(await rekey({ current: PASSWORD, password: 'another fine phrase' })).toMatchObject({ problem: null });
    await locking;
    expect(await readPublishedLock()).toMatchObject({ lockedAt: here.now });
    expect(await readCredentials(here.id)).toEqual({ ok: false, failure: { kind: 'locked' } });
    await unlock('another fine phrase');
    expect(await readCredentials(here.id)).toMatchObject({ ok: true });
  });

  it('a change that is killed leaves no key in memory after the next wake', async () => {
    await write(unlockedKeys, { salt: 'key' });
    expect(await readCredentials(here.id)).toMatchObject({ ok: true });
    await syncLockStateOnWake();
    expect(await read(unlockedKeys)).toEqual({});
  });

  it('a key of another password opens nothing, and is dropped', async () => {
    await protect();
    await write(unlockedKeys, { salt: Object.values(await read(unlockedKeys))[0] ?? '' });
    expect(await readCredentials(here.id)).toEqual({ ok: false, failure: { kind: 'locked' } });
    expect(await read(unlockedKeys)).toEqual({});
    await unlock(PASSWORD);
    expect(await readCredentials(here.id)).toMatchObject({ ok: true });
  });

  it('a change that fails leaves the vault open as before', async () => {
    await protect();
    const failing = vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await rekey({ current: PASSWORD, password: 'another fine phrase' })).toMatchObject({ problem: 'failed' });
    failing.mockRestore();
    expect(await readPublishedLock()).toMatchObject({ lockedAt: null });
    expect(await readCredentials(here.id)).toMatchObject({ ok: true });
  });
});

describe('an edit without the secret', () => {
  it.each(['password', 'session'] as const)('asks for it if the mode changes to %s during the check', async (mode) => {
    const edit = { ...draft, id: here.id, label: 'Edited', apiKey: '', secret: '', passphrase: 'new words' };
    const respond = here.fetch.getMockImplementation();
    let changing: Promise<unknown> | undefined;
    here.fetch.mockImplementationOnce(async (...args) => {
      changing = rekey({ mode, secrets: { [here.id]: SECRET } });
      await vi.waitUntil(async () => (await readPublishedLock()).mode === mode);
      return await (respond?.(...args) ?? fetch(...args));
    });
    const asked = { ok: false, failure: { kind: 'field', field: 'secret', problem: 'retype' } };
    await reportOutcome('edit', saveAccount(edit));
    expect((await read(outcomes)).edit).toMatchObject(asked);
    await changing;
    expect(await read(items.accounts)).toMatchObject([{ label: 'Main' }]);
    expect(await readCredentials(here.id)).toMatchObject({ ok: true, value: { passphrase: draft.passphrase } });
    await saved({ ...edit, secret: SECRET });
    expect(await read(items.accounts)).toMatchObject([{ label: 'Edited' }]);
    expect(await readCredentials(here.id)).toMatchObject({ ok: true, value: { passphrase: 'new words' } });
  });
});

describe('a change of protection', () => {
  it('requests a stopped account once more, and not before a deadline of Bitget', async () => {
    await update(items.readings, ({ clockOffset, accounts }) => ({
      clockOffset,
      accounts: Object.fromEntries(
        Object.entries(accounts).map(([key, each]) => [
          key,
          {
            ...each,
            retry: {
              failures: 3,
              notBefore: here.now + 1,
              throttles: { '': { until: here.now + MINUTE, hasRetryAfter: true } },
              stopped: true,
            },
          },
        ]),
      ),
    }));
    here.fetch.mockClear();
    await protect();
    expect(here.fetch).not.toHaveBeenCalled();
    pass(MINUTE);
    await round();
    expect(here.fetch).toHaveBeenCalledTimes(1);
  });

  it('that is killed after any number of writes leaves every key usable in the old or the new mode', async () => {
    const { local, session } = fakeBrowser.storage;
    let cuts = 0;
    for (const mode of ['password', 'session'] as const) {
      for (let wholeWrites = 0, isCut = true; isCut; wholeWrites += 1) {
        await rekey({ mode: 'device', current: (await readPublishedLock()).mode === 'password' ? PASSWORD : '' });
        let left = wholeWrites;
        const spies = [local, session].map((area) => {
          const set = area.set.bind(area);
          // No further write succeeds, as when the worker is killed.
          return vi.spyOn(area, 'set').mockImplementation(async (items) => {
            left -= 1;
            if (left < 0) throw new Error('killed');
            await set(items);
          });
        });
        await rekey({ mode, secrets: { [here.id]: SECRET } }).catch(() => undefined);
        for (const spy of spies) spy.mockRestore();
        isCut = left < 0;
        cuts += Number(isCut);
        await syncLockState();
        if ((await readPublishedLock()).lockedAt !== null) await unlock(PASSWORD);
        expect(await readCredentials(here.id)).toMatchObject({ ok: true, value: { apiKey: draft.apiKey } });
      }
    }
    expect(cuts).toBeGreaterThan(8);
  });

  it('that the browser does not store is reported and changes nothing', async () => {
    const whole = indexedDB;
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(await protect()).toMatchObject({ problem: 'failed' });
    vi.stubGlobal('indexedDB', whole);
    expect(await readPublishedLock()).toMatchObject({ mode: 'device' });
    expect(await readCredentials(here.id)).toMatchObject({ ok: true });
  });
});
