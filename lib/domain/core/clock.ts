/** `signal` aborts at the deadline. `meet` cancels its timer because the work is done. */
export type Deadline = { readonly signal: AbortSignal; meet(): void };

/** Time, randomness and network state as arguments, so that rounds are deterministic in tests. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Milliseconds by a clock that nobody can set, for spans of time within one life of the background. */
  elapsed(): number;
  /** A random number in [0, 1). */
  random(): number;
  online(): boolean;
  /** A deadline in `ms`, or earlier when `within` aborts. */
  deadline(ms: number, within: AbortSignal): Deadline;
  /** Resolves after `ms`, or at once when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
};
