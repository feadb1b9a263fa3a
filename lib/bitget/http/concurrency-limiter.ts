/** Runs a limited number of tasks of a key at once. The others wait in the order of their calls. */
export type ConcurrencyLimiter = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** One key that gets no response must not hold up another, so each has a limit of its own. */
export function createConcurrencyLimiter(limit: number): ConcurrencyLimiter {
  const queues = new Map<string, { running: number; readonly waiting: (() => void)[] }>();
  return async (key, task) => {
    const queue = queues.get(key) ?? { running: 0, waiting: [] };
    queues.set(key, queue);
    // A task that waits inherits the place of one that ends.
    if (queue.running >= limit) await new Promise<void>((resume) => queue.waiting.push(resume));
    else queue.running += 1;
    try {
      return await task();
    } finally {
      const next = queue.waiting.shift();
      if (next) next();
      else queue.running -= 1;
      if (queue.running === 0) queues.delete(key);
    }
  };
}
