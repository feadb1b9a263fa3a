import process from 'node:process';
import { IDBFactory } from 'fake-indexeddb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { beforeEach, expect, it, vi } from 'vitest';
import { readFromStore, withDatabase } from './with-database.ts';

interface Things extends DBSchema {
  things: { key: string; value: number };
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

const use = <T>(work: (database: IDBPDatabase<Things>) => Promise<T>) =>
  withDatabase<Things, T | 'not given'>('test', ['things'], work, 'not given');

it('keeps a value from one use to the next', async () => {
  await use((database) => database.put('things', 1, 'one'));
  expect(await use((database) => database.get('things', 'one'))).toBe(1);
  expect(await use((database) => database.getAllKeys('things'))).toEqual(['one']);
  await use((database) => database.delete('things', 'one'));
  expect(await use((database) => database.get('things', 'one'))).toBeUndefined();
});

it('returns the fallback when the browser rejects a write, and keeps the first of two values', async () => {
  await use((database) => database.add('things', 1, 'one'));
  expect(await use((database) => database.add('things', 2, 'one'))).toBe('not given');
  expect(await use((database) => database.get('things', 'one'))).toBe(1);
});

it('returns the fallback and writes nothing when a transaction is aborted', async () => {
  await use((database) => database.put('things', 1, 'one'));
  const outcome = await use(async (database) => {
    const change = database.transaction('things', 'readwrite');
    await change.store.clear();
    change.abort();
    await change.done;
  });
  expect(outcome).toBe('not given');
  expect(await use((database) => database.get('things', 'one'))).toBe(1);
});

it('throws an error that is a mistake in the code', async () => {
  const mistake = use(() => Promise.reject(new TypeError('ours')));
  await expect(mistake).rejects.toThrow('ours');
});

it('handles every rejection of a read that is aborted', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const read = await use((database) =>
    readFromStore(database, 'things', (store) => {
      const value = store.get('one');
      store.transaction.abort();
      return value;
    }),
  );
  await new Promise((resume) => setImmediate(resume));
  process.off('unhandledRejection', unhandled);
  expect(read).toBe('not given');
  expect(unhandled).not.toHaveBeenCalled();
});
