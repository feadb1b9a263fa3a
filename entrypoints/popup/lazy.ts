import { signal } from '@preact/signals';

/** Something that is loaded on demand. Its value is null until it is there; a component that reads it then renders again. */
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
