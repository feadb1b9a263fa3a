/** Lets work through, so many at once; the others wait their turn in the order in which they came. */
export type ConcurrencyLimiter = <T>(work: () => Promise<T>) => Promise<T>;

export function createConcurrencyLimiter(most: number): ConcurrencyLimiter {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return async (work) => {
    if (inside >= most) await new Promise<void>((enter) => waiting.push(enter));
    inside += 1;
    try {
      return await work();
    } finally {
      inside -= 1;
      waiting.shift()?.();
    }
  };
}
