import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB, type StoreNames } from 'idb';

const VERSION = 1;

/** Opens a database for one use. Returns `fallback` if the browser cannot open it, or rejects a read or write. */
export async function withDatabase<Schema extends DBSchema, T>(
  name: string,
  stores: readonly StoreNames<Schema>[],
  work: (database: IDBPDatabase<Schema>) => Promise<T>,
  fallback: T,
): Promise<T> {
  try {
    const database = await openDB<Schema>(name, VERSION, {
      upgrade: (created) => {
        for (const store of stores) created.createObjectStore(store);
      },
    });
    try {
      return await work(database);
    } finally {
      database.close();
    }
  } catch (error) {
    // IndexedDB reports a full disk, a corrupt profile or a private window only by DOMException.
    if (error instanceof DOMException) return fallback;
    throw error;
  }
}

/**
 * Reads from one store. Use this instead of idb's shortcuts such as `database.get`: when the browser aborts a read, they
 * leave the rejection of the transaction's `done` unhandled.
 */
export async function readFromStore<Schema extends DBSchema, Name extends StoreNames<Schema>, T>(
  database: IDBPDatabase<Schema>,
  name: Name,
  read: (store: IDBPObjectStore<Schema, [Name], Name, 'readonly'>) => Promise<T>,
): Promise<T> {
  const { store, done } = database.transaction(name);
  const [value] = await Promise.all([read(store), done]);
  return value;
}
