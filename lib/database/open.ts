import { type Answers, answerOf, answersOf } from './answers.ts';

/** Stores by their names, with the keys under which values lie in each. */
export type Schema = Record<string, { readonly key: IDBValidKey; readonly value: unknown }>;

type Name<S> = keyof S & string;
type Store<S extends Schema, N extends Name<S>> = Answers<S[N]['key'], S[N]['value']>;

export type Transaction<S extends Schema> = {
  objectStore<N extends Name<S>>(name: N): Store<S, N>;
  /** Fails when what was done in it is not kept. */
  readonly done: Promise<void>;
  readonly error: DOMException | null;
  abort(): void;
};

/** A database by promises. What is asked of one store alone is a transaction of its own, and is kept when it is answered. */
export type Database<S extends Schema> = {
  transaction(names: readonly Name<S>[], mode: IDBTransactionMode): Transaction<S>;
  get<N extends Name<S>>(name: N, key: S[N]['key']): Promise<S[N]['value'] | undefined>;
  getAllKeys<N extends Name<S>>(name: N): Promise<S[N]['key'][]>;
  put<N extends Name<S>>(name: N, value: S[N]['value'], key: S[N]['key']): Promise<unknown>;
  add<N extends Name<S>>(name: N, value: S[N]['value'], key: S[N]['key']): Promise<unknown>;
  delete<N extends Name<S>>(name: N, key: S[N]['key']): Promise<unknown>;
  close(): void;
};

/** Opens a database, which is made with these stores where there is none. Fails with what the browser says: a DOMException. */
export async function open<S extends Schema>(name: string, stores: readonly Name<S>[]): Promise<Database<S>> {
  const database = await opened(name, stores);
  const transaction = (names: readonly Name<S>[], mode: IDBTransactionMode) => begin<S>(database, names, mode);
  const alone = async <N extends Name<S>, T>(
    store: N,
    mode: IDBTransactionMode,
    ask: (store: Store<S, N>) => Promise<T>,
  ): Promise<T> => {
    const { objectStore, done } = transaction([store], mode);
    const [answer] = await Promise.all([ask(objectStore(store)), done]);
    return answer;
  };
  return {
    transaction,
    get: (store, key) => alone(store, 'readonly', (each) => each.get(key)),
    getAllKeys: (store) => alone(store, 'readonly', (each) => each.getAllKeys()),
    put: (store, value, key) => alone(store, 'readwrite', (each) => each.put(value, key)),
    add: (store, value, key) => alone(store, 'readwrite', (each) => each.add(value, key)),
    delete: (store, key) => alone(store, 'readwrite', (each) => each.delete(key)),
    close: () => database.close(),
  };
}

const VERSION = 1;

function opened(name: string, stores: readonly string[]): Promise<IDBDatabase> {
  const request = indexedDB.open(name, VERSION);
  request.onupgradeneeded = () => {
    for (const store of stores) request.result.createObjectStore(store);
  };
  return answerOf(request);
}

function begin<S extends Schema>(
  database: IDBDatabase,
  names: readonly string[],
  mode: IDBTransactionMode,
): Transaction<S> {
  const transaction = database.transaction(names, mode);
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('Aborted', 'AbortError'));
  });
  // Who reads and does not wait for the end has been told by what was asked.
  done.catch(() => undefined);
  return {
    objectStore: (name) => answersOf(transaction.objectStore(name)),
    done,
    get error() {
      return transaction.error;
    },
    abort: () => transaction.abort(),
  };
}
