/** `signal` aborts when time is up; `meet` says that all was done by then, and nothing waits any more. */
export type Deadline = { readonly signal: AbortSignal; meet(): void };

/** Time, chance and the state of the network as arguments, so that a round is the same for the same world. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now(): number;
  /** From 0 up to, not including, 1. */
  random(): number;
  online(): boolean;
  /** The end of something in so many milliseconds, or when `within` aborts. */
  deadline(ms: number, within: AbortSignal): Deadline;
  /** Resolves after so many milliseconds, or at once when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
};
