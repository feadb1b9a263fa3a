import { signal } from '@preact/signals';

/** A value that is loaded on demand. It is null until it is loaded, and components that read it render again. */
export type Lazy<T> = { readonly value: T | null; load(): Promise<T> };

export function lazy<T>(load: () => Promise<T>): Lazy<T> {
  const loaded = signal<T | null>(null);
  let loading: Promise<T> | null = null;
  const start = async (): Promise<T> => {
    const value = await load();
    loaded.value = value;
    return value;
  };
  return {
    get value() {
      return loaded.value;
    },
    load() {
      loading ??= start();
      return loading;
    },
  };
}
