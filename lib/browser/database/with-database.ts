import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, openDB, type StoreNames } from 'idb';

const VERSION = 1;

/** Opens a database for one use; returns `otherwise` when the browser does not open it, or does not keep what is written. */
export async function withDatabase<Schema extends DBSchema, T>(
  name: string,
  stores: readonly StoreNames<Schema>[],
  work: (database: IDBPDatabase<Schema>) => Promise<T>,
  otherwise: T,
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
    // IndexedDB reports a full disk, a damaged profile or a private window by DOMException alone.
    if (error instanceof DOMException) return otherwise;
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
