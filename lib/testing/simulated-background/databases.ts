import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { vi } from 'vitest';
import { current } from './process.ts';

export type Idb = { openDB(...args: unknown[]): Promise<object>; deleteDB(name: string): Promise<void> };

/**
 * Wraps idb for a simulated background: opening or deleting a database and each call is a step. A transaction is one step: if the
 * background is killed before the commit, nothing of it is stored.
 */
export function countSteps(idb: Idb): Idb {
  return {
    openDB: (...args) => current().pass(`idb.open ${String(args[0])}`, async () => stepwise(await idb.openDB(...args))),
    deleteDB: (name) => current().pass(`idb.delete ${name}`, () => idb.deleteDB(name)),
  };
}

function stepwise(database: object): object {
  return new Proxy(database, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const call = (...args: unknown[]): unknown => Reflect.apply(value, target, args);
      if (name === 'close') return call;
      if (name === 'transaction') {
        return (...args: unknown[]) =>
          begun(args[1] === 'readwrite' ? 'idb.transaction' : 'idb.read', () => call(...args) as object);
      }
      return (...args: unknown[]) => current().pass(`idb.${String(name)}`, () => call(...args));
    },
  });
}

/** Returns the transaction or, if the process is killed at it, one that does nothing and never settles. */
function begun(step: string, begin: () => object): object {
  let transaction: object | undefined;
  void current().pass(step, () => {
    transaction = begin();
  });
  return transaction ?? dead();
}

function dead(): object {
  const never = () => new Promise(() => undefined);
  const store = new Proxy({}, { get: () => never });
  return { store, objectStore: () => store, done: never(), error: null, abort: () => undefined };
}

/** Copies every database. All of them have out-of-line keys. */
export async function copyDatabases(from: IDBFactory): Promise<IDBFactory> {
  const to = new IDBFactory();
  for (const { name = '', version = 1 } of await from.databases()) {
    vi.stubGlobal('indexedDB', from);
    const old = await openDB(name, version);
    const stores = [...old.objectStoreNames];
    const contents = await Promise.all(
      stores.map(async (store) => [store, await old.getAllKeys(store), await old.getAll(store)] as const),
    );
    old.close();
    vi.stubGlobal('indexedDB', to);
    const made = await openDB(name, version, {
      upgrade: (db) => void stores.map((store) => db.createObjectStore(store)),
    });
    for (const [store, keys, values] of contents) {
      await Promise.all(keys.map((key, index) => made.put(store, values[index], key)));
    }
    made.close();
  }
  return to;
}

/** Returns the keys of an object store; none if there is no such database. */
export async function keysIn(databases: IDBFactory, name: string, store: string): Promise<readonly unknown[]> {
  // Opening it would create it without its stores.
  if (!(await databases.databases()).some((database) => database.name === name)) return [];
  vi.stubGlobal('indexedDB', databases);
  const database = await openDB(name);
  const keys = database.objectStoreNames.contains(store) ? await database.getAllKeys(store) : [];
  database.close();
  return keys;
}
