import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isNumber } from '../../domain/core/guards.ts';
import { defineLocalItem, defineSessionItem } from './define-item.ts';
import { itemSignals, valueOr } from './signals.ts';
import { write } from './store.ts';

const balance = defineLocalItem('balance', isNumber, 0);
const limit = defineLocalItem('limit', isNumber, 10);
const round = defineSessionItem('round', isNumber, -1);

it('reads each storage area once and fills the signals of all its items', async () => {
  await write(balance, 5);
  await write(round, 7);
  const reads = [vi.spyOn(fakeBrowser.storage.local, 'get'), vi.spyOn(fakeBrowser.storage.session, 'get')];
  const signals = await itemSignals({ balance, limit, round });
  expect(reads.map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  expect(signals.balance.value).toEqual({ state: 'ok', value: 5 });
  expect(signals.limit.value).toEqual({ state: 'absent', value: 10 });
  expect(signals.round.value).toEqual({ state: 'ok', value: 7 });
});

it('follows each later value, also an unusable one', async () => {
  const { balance: current } = await itemSignals({ balance });
  await write(balance, 6);
  expect(current.value).toEqual({ state: 'ok', value: 6 });
  await fakeBrowser.storage.local.set({ balance: { v: 1, value: 'six' } });
  expect(current.value).toEqual({ state: 'corrupt' });
});

it('keeps a change that arrives before the first read has returned', async () => {
  const isWritten = Promise.withResolvers<void>();
  vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementationOnce(async () => {
    await isWritten.promise;
    return { balance: { v: 1, value: 5 } };
  });
  const opening = itemSignals({ balance });
  await write(balance, 8);
  isWritten.resolve();
  expect((await opening).balance.value).toEqual({ state: 'ok', value: 8 });
});

it('returns the fallback for an unusable value', () => {
  expect(valueOr({ state: 'ok', value: 3 }, 0)).toBe(3);
  expect(valueOr({ state: 'absent', value: 3 }, 0)).toBe(3);
  expect(valueOr({ state: 'unavailable' }, 0)).toBe(0);
});
