/**
 * The round under way or the last one: `endedAt` is null while it flies, or until the next wake finds that the worker
 * was killed and counts it as `interrupted`. `unstored` tells that what it learned could not be written.
 */
export type PollRun = {
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly interrupted: number;
  readonly writeFailed: boolean;
};

export const NO_RUN: PollRun = { startedAt: 0, endedAt: 0, interrupted: 0, writeFailed: false };
