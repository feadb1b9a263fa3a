import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as items from '../../browser/storage/items.ts';
import { read, update, write } from '../../browser/storage/store.ts';
import type { AccountDraft } from '../../domain/account/account-draft.ts';
import { NO_KEY_INFO } from '../../domain/account/key-info.ts';
import { NO_RUN } from '../../domain/polling/poll-run.ts';
import { READY } from '../../domain/polling/reading.ts';
import {
  ADDRESS_THROTTLED,
  type CannedResponse,
  CALM_ROW as quiet,
  respondAsBitget,
} from '../../testing/bitget-responses.ts';
import { poll, pollAfterCurrent } from '../polling/poll.ts';
import { readCredentials as open } from '../vault/open-vault.ts';
import { importAccounts, removeAccount, reorderAccounts } from './manage-accounts.ts';
import { recheckAccount, saveAccount } from './save-account.ts';

const draft: AccountDraft = {
  id: null,
  label: 'Main',
  demo: false,
  products: ['USDT-FUTURES'],
  apiKey: 'bg_0123456789abcdef',
  secret: 'my-secret-key',
  passphrase: 'open sesame',
  confirmed: false,
};
// Request spacing has separate tests and would only slow these down.
vi.mock('../../bitget/http/rate-limiter.ts', () => ({ createRateLimiter: () => async () => () => undefined }));

const rows = (available: string): CannedResponse => ({ data: [{ ...quiet, available }] });

function answer(reply: Parameters<typeof respondAsBitget>[0]) {
  const fetch = respondAsBitget(reply);
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

const saved = async (change: Partial<AccountDraft> = {}) => {
  const result = await saveAccount({ ...draft, ...change });
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const available = async (id: string) => (await read(items.readings)).accounts[id]?.margin['USDT-FUTURES'];

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  Object.assign(fakeBrowser.permissions, { contains: async () => true });
});

describe('saving an account', () => {
  it('stores the account, its first figures and no plain secret when Bitget accepts the key', async () => {
    answer(() => rows('5'));
    const id = await saved();
    expect(await read(items.accounts)).toEqual([
      { id, revision: 1, label: 'Main', demo: false, products: ['USDT-FUTURES'], hint: 'cdef', key: NO_KEY_INFO },
    ]);
    expect(await available(id)).toMatchObject({ state: 'fresh', figures: [{ figures: { available: '5' } }] });
    expect(await open(id)).toMatchObject({ ok: true, value: { apiKey: draft.apiKey, passphrase: draft.passphrase } });
    const everything = JSON.stringify([await fakeBrowser.storage.local.get(), await fakeBrowser.storage.session.get()]);
    for (const secret of [draft.apiKey, draft.secret, draft.passphrase]) expect(everything).not.toContain(secret);
  });

  it('sends and stores nothing while a field is invalid', async () => {
    const fetch = answer(() => rows('5'));
    expect(await saveAccount({ ...draft, secret: ' ' })).toEqual({
      ok: false,
      failure: { kind: 'field', field: 'secret', problem: 'empty' },
    });
    expect(fetch).not.toHaveBeenCalled();
  });

  it.each(['40009', '40012', '40037', '40085'])('stores nothing when Bitget responds with %s', async (code) => {
    answer(() => ({ code }));
    expect(await saveAccount(draft)).toMatchObject({ ok: false, failure: { code } });
    expect(await read(items.accounts)).toEqual([]);
    expect((await read(items.readings)).accounts).toEqual({});
  });

  it.each([true, false])('L8 finds by trying whether the key is a demo key, with %s chosen', async (demo) => {
    const isDemoRequest = (init?: RequestInit) => new Headers(init?.headers).get('paptrading') === '1';
    const fetch = answer((_, init) => (isDemoRequest(init) === demo ? { code: '40099' } : rows('5')));
    const id = await saved({ demo });
    expect(await read(items.accounts)).toMatchObject([{ id, demo: !demo }]);
    expect(fetch.mock.calls.filter(([, init]) => isDemoRequest(init) === demo)).toHaveLength(1);
  });

  it('reports what is wrong with a demo key in its own environment', async () => {
    answer((_, init) => ({ code: new Headers(init?.headers).has('paptrading') ? '40012' : '40099' }));
    expect(await saveAccount(draft)).toMatchObject({ ok: false, failure: { cause: 'passphrase' } });
    expect(await read(items.accounts)).toEqual([]);
  });

  it('reports the chosen environment when the key fits neither', async () => {
    const fetch = answer(() => ({ code: '40099' }));
    expect(await saveAccount(draft)).toMatchObject({ ok: false, failure: { cause: 'demo' } });
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  it('stores nothing when the vault is unavailable', async () => {
    answer(() => rows('5'));
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(await saveAccount(draft)).toEqual({ ok: false, failure: { kind: 'vault', problem: 'closed' } });
    expect(await read(items.accounts)).toEqual([]);
  });

  it('succeeds when Bitget accepts one product type', async () => {
    answer((url) => (url.searchParams.get('productType') === 'COIN-FUTURES' ? { code: '40725' } : rows('5')));
    const id = await saved({ products: ['COIN-FUTURES', 'USDT-FUTURES'] });
    expect((await read(items.readings)).accounts[id]?.margin).toMatchObject({
      'COIN-FUTURES': { state: 'failed' },
      'USDT-FUTURES': { state: 'fresh' },
    });
  });
});

describe('editing an account', () => {
  it('keeps credentials whose fields are empty', async () => {
    answer(() => rows('5'));
    const id = await saved();
    const signatures = answer(() => rows('6'));
    await saved({ id, label: 'Renamed', apiKey: '', secret: '', passphrase: 'new words' });
    expect(await read(items.accounts)).toMatchObject([{ id, revision: 2, label: 'Renamed', hint: 'cdef' }]);
    expect(await open(id)).toMatchObject({ value: { apiKey: draft.apiKey, passphrase: 'new words' } });
    expect(new Headers(signatures.mock.calls[0]?.[1]?.headers).get('ACCESS-PASSPHRASE')).toBe('new words');
    expect(await available(id)).toMatchObject({ figures: [{ figures: { available: '6' } }] });
  });

  it('changes nothing when Bitget refuses the new credentials', async () => {
    answer(() => rows('5'));
    const id = await saved();
    answer(() => ({ code: '40012' }));
    expect(await saveAccount({ ...draft, id, passphrase: 'wrong' })).toMatchObject({ ok: false });
    expect(await read(items.accounts)).toMatchObject([{ id, revision: 1 }]);
    expect(await open(id)).toMatchObject({ value: { passphrase: draft.passphrase } });
    expect(await available(id)).toMatchObject({ state: 'fresh', figures: [{ figures: { available: '5' } }] });
  });

  it('fails when the account was removed', async () => {
    answer(() => rows('5'));
    expect(await saveAccount({ ...draft, id: 'gone' })).toEqual({
      ok: false,
      failure: { kind: 'vault', problem: 'missing' },
    });
  });
});

describe('checking an account again', () => {
  it('resumes polling of a stopped account', async () => {
    answer(() => rows('5'));
    const id = await saved();
    answer(() => ({ code: '40018' }));
    await poll('manual');
    expect((await read(items.readings)).accounts[id]?.retry.stopped).toBe(false);
    await pollAfterCurrent();
    expect((await read(items.readings)).accounts[id]?.retry.stopped).toBe(true);
    answer(() => rows('7'));
    expect(await recheckAccount(id)).toEqual({ ok: true, value: id });
    expect((await read(items.readings)).accounts[id]).toMatchObject({
      retry: { stopped: false, failures: 0 },
      margin: { 'USDT-FUTURES': { state: 'fresh', figures: [{ figures: { available: '7' } }] } },
    });
  });
});

describe('a slow check', () => {
  /** Saves an account, then starts `work` and runs `concurrently` before its first response. */
  const during = async (
    work: (id: string) => ReturnType<typeof saveAccount>,
    concurrently: (id: string) => Promise<unknown>,
  ) => {
    answer(() => rows('5'));
    const id = await saved();
    let isFirst = true;
    answer(async () => {
      if (!isFirst) return rows('9');
      isFirst = false;
      await concurrently(id);
      return rows('6');
    });
    return { id, result: await work(id) };
  };
  const gone = { ok: false, failure: { kind: 'vault', problem: 'missing' } };

  it.each<[string, (id: string) => ReturnType<typeof saveAccount>]>([
    ['again', recheckAccount],
    ['of an edit', (id) => saveAccount({ ...draft, id, label: 'Edited' })],
  ])('P7: %s does not restore an account removed during the check', async (_, work) => {
    const { id, result } = await during(work, removeAccount);
    expect(result).toEqual(gone);
    expect(await read(items.accounts)).toEqual([]);
    expect((await read(items.readings)).accounts).toEqual({});
    expect(await open(id)).toEqual(gone);
  });

  it.each<[string, (id: string) => ReturnType<typeof saveAccount>]>([
    ['again', recheckAccount],
    ['of an edit', (id) => saveAccount({ ...draft, id, label: 'Typed first', passphrase: 'first words' })],
  ])('P7: %s does not overwrite an edit made during the check', async (_, work) => {
    const edit = (id: string) => saveAccount({ ...draft, id, label: 'Typed last', passphrase: 'last words' });
    const { id, result } = await during(work, edit);
    expect(result).toEqual({ ok: true, value: id });
    expect(await read(items.accounts)).toMatchObject([{ revision: 2, label: 'Typed last' }]);
    expect(await open(id)).toMatchObject({ value: { passphrase: 'last words' } });
    expect(await available(id)).toMatchObject({ figures: [{ figures: { available: '9' } }] });
  });

  it('P4: sends nothing before a deadline of Bitget', async () => {
    answer(() => rows('5'));
    const id = await saved();
    answer(() => ADDRESS_THROTTLED);
    await poll('manual');
    const fetch = answer(() => rows('6'));
    const { throttles } = (await read(items.readings)).accounts[id]?.retry ?? READY;
    const throttled = { ok: false, failure: { kind: 'throttled', until: throttles?.['']?.until, hasRetryAfter: true } };
    expect(await recheckAccount(id)).toEqual(throttled);
    expect(await saveAccount({ ...draft, id })).toEqual(throttled);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('P4: passes a deadline that is only a guess', async () => {
    answer(() => rows('5'));
    const id = await saved();
    answer(() => ({ code: '429' }));
    await poll('manual');
    answer(() => rows('6'));
    expect(await recheckAccount(id)).toEqual({ ok: true, value: id });
  });

  it.each(['accounts', 'info'])('P4: applies a throttle from %s to later rounds', async (path) => {
    answer(() => rows('5'));
    const id = await saved();
    answer((url) => (url.pathname.endsWith(path) ? ADDRESS_THROTTLED : rows('6')));
    const before = Date.now();
    expect((await recheckAccount(id)).ok).toBe(path === 'info');
    const fetch = answer(() => rows('7'));
    await poll('manual');
    expect(fetch).not.toHaveBeenCalled();
    const { throttles } = (await read(items.readings)).accounts[id]?.retry ?? READY;
    expect(throttles?.['']?.until).toBeGreaterThanOrEqual(before + 300_000);
  });
});

describe('S7: removing an account', () => {
  it('deletes all its data and keeps the other accounts', async () => {
    answer(() => rows('5'));
    const id = await saved();
    const other = await saved({ label: 'Other' });
    await removeAccount(id);
    expect((await read(items.accounts)).map((each) => each.id)).toEqual([other]);
    expect(Object.keys((await read(items.readings)).accounts)).toEqual([other]);
    expect(await open(id)).toMatchObject({ ok: false, failure: { problem: 'missing' } });
    expect(await open(other)).toMatchObject({ ok: true });
  });
});

describe('a key with a warning', () => {
  const info = (authorities: readonly string[], userId = '7') => ({ data: { userId, ips: '1.2.3.4', authorities } });
  const withKey = (authorities: readonly string[]) =>
    answer((url) => (url.pathname.endsWith('/account/info') ? info(authorities) : rows('5')));

  it('requires confirmation for a key that may trade, and stores its permissions', async () => {
    withKey(['coor', 'coow', 'wwow']);
    expect(await saveAccount(draft)).toEqual({
      ok: false,
      failure: { kind: 'concern', powers: ['trade', 'withdraw'], twin: null },
    });
    expect(await read(items.accounts)).toEqual([]);
    await saved({ confirmed: true });
    expect(await read(items.accounts)).toMatchObject([
      { key: { uid: '7', powers: ['trade', 'withdraw'], addresses: ['1.2.3.4'] } },
    ]);
  });

  it('requires confirmation for an account that is already listed', async () => {
    withKey(['coor']);
    await saved();
    expect(await saveAccount({ ...draft, label: 'Again' })).toEqual({
      ok: false,
      failure: { kind: 'concern', powers: [], twin: 'Main' },
    });
    await saved({ label: 'Again', confirmed: true });
    expect(await read(items.accounts)).toHaveLength(2);
  });

  it('requires none for a read-only key or unknown permissions', async () => {
    withKey(['coor', 'stor']);
    const id = await saved();
    expect((await read(items.accounts))[0]?.key.powers).toEqual([]);
    answer((url) => (url.pathname.endsWith('/account/info') ? { code: '40014' } : rows('5')));
    expect(await recheckAccount(id)).toEqual({ ok: true, value: id });
    expect((await read(items.accounts))[0]?.key).toEqual({ uid: null, powers: null, addresses: null });
  });
});

describe('the list of accounts', () => {
  it("takes the user's order and keeps accounts that it omits", async () => {
    answer(() => rows('5'));
    const ids = [await saved({ label: 'A' }), await saved({ label: 'B' }), await saved({ label: 'C' })];
    await reorderAccounts([ids[2] ?? '', 'gone', ids[0] ?? '']);
    expect((await read(items.accounts)).map(({ label }) => label)).toEqual(['C', 'A', 'B']);
  });

  it('imports a settings file without losing an account', async () => {
    answer(() => rows('5'));
    const main = await saved({ label: 'Main' });
    const rest = await saved({ label: 'Rest' });
    await importAccounts([
      { id: 'new', label: 'New', demo: true, products: ['USDC-FUTURES'] },
      { id: main, label: 'Renamed', demo: false, products: ['USDT-FUTURES'] },
    ]);
    expect(await read(items.accounts)).toMatchObject([
      { id: 'new', label: 'New', demo: true, revision: 1, hint: '' },
      { id: main, label: 'Renamed', revision: 1, hint: 'cdef' },
      { id: rest, label: 'Rest' },
    ]);
    await poll('manual');
    expect((await read(items.readings)).accounts.new?.margin['USDC-FUTURES']).toMatchObject({
      failure: { kind: 'vault', problem: 'missing' },
    });
    expect(await available(main)).toMatchObject({ state: 'fresh' });
  });

  it('requests an account again when a settings file changes its products', async () => {
    answer(() => rows('5'));
    const id = await saved();
    await importAccounts([{ id, label: 'Main', demo: false, products: ['COIN-FUTURES'] }]);
    expect(await read(items.accounts)).toMatchObject([{ revision: 2, products: ['COIN-FUTURES'] }]);
  });
});

describe('L2: polling', () => {
  it('sends one set of requests for simultaneous triggers', async () => {
    answer(() => rows('5'));
    await saved();
    const fetch = answer(() => rows('6'));
    await Promise.all([poll('alarm'), poll('manual'), poll('alarm')]);
    await poll('manual');
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(await read(items.pollRun)).toEqual({
      startedAt: expect.any(Number),
      endedAt: expect.any(Number),
      interrupted: 0,
      writeFailed: false,
    });
  });

  it('P7: drops the response for an account removed during the request', async () => {
    answer(() => rows('5'));
    const id = await saved();
    answer(async () => {
      await removeAccount(id);
      return rows('6');
    });
    await poll('manual');
    expect((await read(items.readings)).accounts).toEqual({});
  });

  it('P7: drops the response for an account edited during the request', async () => {
    answer(() => rows('5'));
    const id = await saved();
    answer(async () => {
      await update(items.accounts, (all) => all.map((each) => ({ ...each, revision: each.revision + 1 })));
      return rows('6');
    });
    await poll('manual');
    expect(await available(id)).toMatchObject({ figures: [{ figures: { available: '5' } }] });
  });

  it('sends nothing without the host permission', async () => {
    answer(() => rows('5'));
    const id = await saved();
    const fetch = answer(() => rows('6'));
    Object.assign(fakeBrowser.permissions, { contains: async () => false });
    await poll('manual');
    expect(fetch).not.toHaveBeenCalled();
    expect(await available(id)).toMatchObject({ state: 'stale', failure: { kind: 'noHostPermission' } });
  });

  it('continues after a killed round', async () => {
    answer(() => rows('5'));
    const id = await saved();
    await write(items.pollRun, { ...NO_RUN, startedAt: Date.now() - 5_000, endedAt: null });
    answer(() => rows('6'));
    await poll('alarm');
    expect(await available(id)).toMatchObject({ figures: [{ figures: { available: '6' } }] });
    expect(await read(items.pollRun)).toMatchObject({ interrupted: 1 });
  });

  it('L3: gives up a round that hangs in storage, and runs the next one', async () => {
    answer(() => rows('5'));
    const id = await saved();
    answer(() => rows('6'));
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const { contains } = fakeBrowser.permissions;
    // The lock is real and granted at any time, so time passes only once the round hangs.
    const hanging = new Promise<void>((resolve) => {
      Object.assign(fakeBrowser.permissions, { contains: () => new Promise(() => resolve()) });
    });
    const hung = poll('alarm');
    await hanging;
    await vi.advanceTimersByTimeAsync(28_000);
    await hung;
    vi.useRealTimers();
    expect(await read(items.pollRun)).toMatchObject({ endedAt: null });
    Object.assign(fakeBrowser.permissions, { contains });
    await poll('alarm');
    expect(await available(id)).toMatchObject({ figures: [{ figures: { available: '6' } }] });
    expect(await read(items.pollRun)).toMatchObject({ endedAt: expect.any(Number), interrupted: 1 });
  });

  it('L6: reports a failed write and keeps the stored readings', async () => {
    answer(() => rows('5'));
    const id = await saved();
    answer(() => rows('6'));
    const set = fakeBrowser.storage.local.set;
    Object.assign(fakeBrowser.storage.local, { set: async () => Promise.reject(new Error('disk full')) });
    await poll('manual');
    Object.assign(fakeBrowser.storage.local, { set });
    expect(await read(items.pollRun)).toMatchObject({ writeFailed: true, endedAt: expect.any(Number) });
    expect(await available(id)).toMatchObject({ figures: [{ figures: { available: '5' } }] });
  });
});
