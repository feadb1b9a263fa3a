/** The name of a fact in the error when it does not hold in time, and how long to wait for it. */
export interface WaitOptions {
  readonly what: string;
  /** Milliseconds; only where the product promises the fact within that time. */
  readonly within?: number;
}

/** The shortest and the longest pause between two questions, in ms. */
const PAUSE = { min: 50, max: 500 };
/**
 * The part of the wait so far that a pause lasts. Asking costs a core a fifth of its time at the shortest pause, which
 * slows down what is waited for.
 */
const PAUSE_SHARE = 1 / 8;
/**
 * The time that a slow machine may need, in ms. It limits nothing of the product: a wait ends as soon as the fact
 * holds.
 */
const WAIT_TIMEOUT = 60_000;
/** After this many ms without a response the call is repeated. */
const CALL_TIMEOUT = 20_000;

/**
 * Asks for a fact until it holds, and returns it. `undefined`, `null` and `false` mean "not yet", and so
 * does a throw: pages and workers come and go while they are looked at.
 */
export async function until<T>(
  fact: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  { what, within = WAIT_TIMEOUT }: WaitOptions,
): Promise<T> {
  const startedAt = performance.now();
  const deadline = startedAt + within;
  let last: unknown;
  do {
    try {
      const found = await inTime(fact, Math.min(deadline, performance.now() + CALL_TIMEOUT));
      if (found !== undefined && found !== null && found !== false) return found;
      last = undefined;
    } catch (error) {
      last = error;
    }
    const share = (performance.now() - startedAt) * PAUSE_SHARE;
    await pause(Math.min(PAUSE.max, Math.max(PAUSE.min, share)));
  } while (performance.now() < deadline);
  const why = last instanceof Error ? `; last: ${last.message}` : '';
  throw new Error(`Not seen within ${within / 1000} s: ${what}${why}`, { cause: last });
}

/** A worker that has just died never responds, so each call has its own deadline and is repeated. */
async function inTime<T>(fact: () => Promise<T> | T, deadline: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error('no answer')),
    Math.max(deadline - performance.now(), PAUSE.min),
  );
  try {
    return await Promise.race([fact(), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resume) => {
    setTimeout(resume, ms);
  });
}
