/**
 * The current or last round. `endedAt` is null during the run. If the worker is killed, it stays null until the next
 * run counts it as `interrupted`. `writeFailed`: the storage rejected the readings.
 */
export type PollRun = {
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly interrupted: number;
  readonly writeFailed: boolean;
};

export const NO_RUN: PollRun = { startedAt: 0, endedAt: 0, interrupted: 0, writeFailed: false };
