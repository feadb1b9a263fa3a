/** The Web Locks of one process of the background; they are released when it ends. */
export function createLocks() {
  const held = new Map<string, Promise<unknown>>();
  return {
    isFree: () => held.size === 0,
    async request(name: string, ...rest: readonly unknown[]): Promise<unknown> {
      const options = rest.length > 1 ? (rest[0] as { readonly ifAvailable?: boolean }) : {};
      const work = rest.at(-1) as (lock: object | null) => Promise<unknown>;
      if (options.ifAvailable && held.has(name)) return await work(null);
      const before = held.get(name);
      const mine = Promise.resolve(before).then(() => work({ name }));
      const over: Promise<unknown> = mine
        .catch(() => undefined)
        .then(() => held.get(name) === over && held.delete(name));
      held.set(name, over);
      return await mine;
    },
  };
}
