/** Enough to use each other's pauses between requests, few enough to finish every account that was started. */
const MAX_PARALLEL_ACCOUNTS = 8;

/** Works through the list in order, several items in parallel. Starts no further item after the deadline. */
export async function forEachConcurrent<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  deadline: AbortSignal,
): Promise<void> {
  const queue = [...items];
  const workThroughQueue = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined && !deadline.aborted; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: MAX_PARALLEL_ACCOUNTS }, workThroughQueue));
}
