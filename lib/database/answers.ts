/** A store of a transaction whose requests are promises. What cannot even be asked throws at once. */
export type Answers<Key, Value> = {
  get(key: Key): Promise<Value | undefined>;
  getAll(range: IDBKeyRange): Promise<Value[]>;
  getAllKeys(): Promise<Key[]>;
  put(value: Value, key: Key): Promise<unknown>;
  add(value: Value, key: Key): Promise<unknown>;
  delete(key: Key | IDBKeyRange): Promise<unknown>;
  clear(): Promise<unknown>;
};

export function answersOf<Key extends IDBValidKey, Value>(store: IDBObjectStore): Answers<Key, Value> {
  return {
    get: (key) => answerOf(store.get(key)),
    getAll: (range) => answerOf(store.getAll(range)),
    // What the keys are the schema says, not the browser.
    getAllKeys: () => answerOf<Key[]>(store.getAllKeys() as IDBRequest),
    put: (value, key) => answerOf(store.put(value, key)),
    add: (value, key) => answerOf(store.add(value, key)),
    delete: (key) => answerOf(store.delete(key)),
    clear: () => answerOf(store.clear()),
  };
}

/** What a request comes to. */
export function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
