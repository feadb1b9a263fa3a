import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isNumber } from '../../domain/core/guards.ts';
import { buildAccount, buildAccountReading, buildMargin } from '../../testing/builders.ts';
import * as items from './items.ts';
import { outcomes } from './outcome-items.ts';
import { resetItem } from './reset-item.ts';
import { itemSignals } from './signals.ts';
import { type Item, load, parse, read, StoreError, update, watch, write } from './store.ts';

const counter: Item<number> = { area: 'local', key: 'counter', version: 2, isValue: isNumber, fallback: 0 };

describe('a stored value', () => {
  it('is its fallback until it is written', async () => {
    expect(await load(counter)).toEqual({ state: 'absent', value: 0 });
    await write(counter, 5);
    expect(await load(counter)).toEqual({ state: 'ok', value: 5 });
  });

  it('L6: is reported and not overwritten when it is of a later version or corrupt', async () => {
    await fakeBrowser.storage.local.set({ counter: { v: 3, value: 'later' } });
    expect(await load(counter)).toEqual({ state: 'future' });
    await expect(update(counter, (value) => value + 1)).rejects.toThrow(StoreError);
    expect(await fakeBrowser.storage.local.get('counter')).toEqual({ counter: { v: 3, value: 'later' } });
    await fakeBrowser.storage.local.set({ counter: { v: 2, value: 'text' } });
    expect(await load(counter)).toEqual({ state: 'corrupt' });
    await expect(read(counter)).rejects.toThrow('counter: corrupt');
  });

  it('L6: is reported when the browser rejects the read or write', async () => {
    const { get, set } = fakeBrowser.storage.local;
    const refuse = async () => Promise.reject(new Error('IO error: database is damaged'));
    Object.assign(fakeBrowser.storage.local, { get: refuse });
    expect(await load(counter)).toEqual({ state: 'unavailable' });
    await expect(read(counter)).rejects.toMatchObject({ name: 'StoreError', state: 'unavailable' });
    expect((await itemSignals({ counter })).counter.value).toEqual({ state: 'unavailable' });
    Object.assign(fakeBrowser.storage.local, { get, set: refuse });
    await expect(write(counter, 5)).rejects.toMatchObject({ name: 'StoreError', state: 'unavailable' });
    Object.assign(fakeBrowser.storage.local, { set });
    expect(await load(counter)).toEqual({ state: 'absent', value: 0 });
  });

  it('L6: is reset to its fallback', async () => {
    await fakeBrowser.storage.local.set({ counter: 'damaged' });
    await resetItem(counter);
    expect(await load(counter)).toEqual({ state: 'ok', value: 0 });
  });

  it('L4: loses none of twenty changes made at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => update(counter, (value) => value + 1)));
    expect(await read(counter)).toBe(20);
  });

  it('calls its watchers until they stop watching', async () => {
    const seen: unknown[] = [];
    const stop = watch(counter, (loaded) => seen.push(loaded));
    await write(counter, 1);
    await fakeBrowser.storage.local.set({ other: 1 });
    stop();
    await write(counter, 2);
    expect(seen).toEqual([{ state: 'ok', value: 1 }]);
  });
});

describe('the guards of the stored values', () => {
  const failure = { kind: 'refused', code: '40014', cause: 'permission', detail: 'x' } as const;
  const figures = [buildMargin({ available: '5', unrealizedPL: '' })];
  const margins = {
    'USDT-FUTURES': { state: 'fresh', at: 1, figures },
    'COIN-FUTURES': { state: 'stale', at: 1, figures, failure, failedAt: 2 },
    'USDC-FUTURES': { state: 'failed', failure: { kind: 'throttled', until: 5, hasRetryAfter: true }, failedAt: 2 },
  } as const;

  it('accept what was written', async () => {
    const readings = { clockOffset: -3, accounts: { main: buildAccountReading(margins) } };
    await write(items.readings, readings);
    expect(await load(items.readings)).toEqual({ state: 'ok', value: readings });
    await write(items.accounts, [buildAccount()]);
    expect(await load(items.accounts)).toEqual({ state: 'ok', value: [buildAccount()] });
  });

  it.each([...Object.values(items), outcomes])('L6: accept or reject any stored $key without throwing', (item) => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record({ v: fc.integer({ min: 0, max: 3 }), value: fc.anything() })),
        (found) => {
          expect(['ok', 'absent', 'future', 'corrupt']).toContain(parse<unknown>(item as Item<unknown>, found).state);
        },
      ),
    );
  });
});
