import { type Database, open, type Schema } from './open.ts';

/** Opens a database for one use; `otherwise` when the browser does not give it, or does not keep what it was given. */
export async function use<S extends Schema, T>(
  name: string,
  stores: readonly (keyof S & string)[],
  work: (database: Database<S>) => Promise<T>,
  otherwise: T,
): Promise<T> {
  try {
    const database = await open<S>(name, stores);
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
