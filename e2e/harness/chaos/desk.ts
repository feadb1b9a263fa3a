/** Many at once, or one alone; who waits to be alone goes before those who come later. */
function createDesk() {
  let turn: Promise<unknown> = Promise.resolve();
  const inside = new Set<Promise<unknown>>();
  return {
    /** Not to be used by what is already inside: it would wait for itself. */
    async together<T>(work: () => Promise<T>): Promise<T> {
      for (let seen: unknown; seen !== turn; await seen) seen = turn;
      const working = work();
      const settled = working.catch(() => undefined).finally(() => inside.delete(settled));
      inside.add(settled);
      return await working;
    },
    async alone(work: () => Promise<void>): Promise<void> {
      const before = turn;
      const mine = Promise.withResolvers<void>();
      turn = mine.promise;
      try {
        await before;
        await Promise.all(inside);
        await work();
      } finally {
        mine.resolve();
      }
    },
  };
}

/** Where kills and what must not be cut in two wait for each other; of no effect where nobody kills. */
export const desk = createDesk();
