import { effect } from '@preact/signals';

/** Waits until `find`, which reads signals, gives a value; undefined when `patience` (ms) is over before that. */
export function when<T>(find: () => T | undefined, patience?: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    const end = new AbortController();
    const stop = effect(() => {
      const found = find();
      if (found === undefined) return;
      resolve(found);
      queueMicrotask(() => end.abort());
    });
    const timer = patience === undefined ? undefined : setTimeout(() => end.abort(), patience);
    end.signal.addEventListener('abort', () => {
      stop();
      clearTimeout(timer);
      resolve(undefined);
    });
  });
}
