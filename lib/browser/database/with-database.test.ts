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

const using = <T>(work: (database: IDBPDatabase<Things>) => Promise<T>) =>
  withDatabase<Things, T | 'not given'>('test', ['things'], work, 'not given');

it('keeps what was put, from one use to the next', async () => {
  await using((database) => database.put('things', 1, 'one'));
  expect(await using((database) => database.get('things', 'one'))).toBe(1);
  expect(await using((database) => database.getAllKeys('things'))).toEqual(['one']);
  await using((database) => database.delete('things', 'one'));
  expect(await using((database) => database.get('things', 'one'))).toBeUndefined();
});

it('says otherwise where the browser refuses, and lets the first of two stay', async () => {
  await using((database) => database.add('things', 1, 'one'));
  expect(await using((database) => database.add('things', 2, 'one'))).toBe('not given');
  expect(await using((database) => database.get('things', 'one'))).toBe(1);
});

it('keeps nothing of a transaction that was ended, and tells of it', async () => {
  await using((database) => database.put('things', 1, 'one'));
  const told = await using(async (database) => {
    const change = database.transaction('things', 'readwrite');
    await change.store.clear();
    change.abort();
    await change.done;
  });
  expect(told).toBe('not given');
  expect(await using((database) => database.get('things', 'one'))).toBe(1);
});

it('lets a mistake of ours through', async () => {
  const mistake = using(() => Promise.reject(new TypeError('ours')));
  await expect(mistake).rejects.toThrow('ours');
});

it('handles every rejection of a read that is aborted', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const read = await using((database) =>
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
