import { effect } from '@preact/signals';

/** Waits until `find`, which reads signals, returns a value. Resolves with undefined after `timeout` ms. */
export function when<T>(find: () => T | undefined, timeout?: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    const controller = new AbortController();
    const stop = effect(() => {
      const found = find();
      if (found === undefined) return;
      resolve(found);
      queueMicrotask(() => controller.abort());
    });
    const timer = timeout === undefined ? undefined : setTimeout(() => controller.abort(), timeout);
    controller.signal.addEventListener('abort', () => {
      stop();
      clearTimeout(timer);
      resolve(undefined);
    });
  });
}
