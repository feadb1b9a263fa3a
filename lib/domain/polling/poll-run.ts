import { SECOND } from '../core/time.ts';

/** The longest time of a round. */
export const ROUND_TIMEOUT = 25 * SECOND;

/** The time limit while an account at warning or more is read every 5 or 10 s: an account that never responds must not delay it. */
export const ROUND_TIMEOUT_AT_RISK = 9 * SECOND;

/**
 * The current or last round. `endedAt` is null during the run. If the worker is killed, it stays null until the next
 * run counts it as `interrupted`. `writeFailed`: the storage rejected the readings. `wasOffline`: there was no network.
 */
export type PollRun = {
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly interrupted: number;
  readonly writeFailed: boolean;
  readonly wasOffline?: boolean | undefined;
};

export const NO_RUN: PollRun = { startedAt: 0, endedAt: 0, interrupted: 0, writeFailed: false };
