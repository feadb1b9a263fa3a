import { SECOND } from '../core/time.ts';
import type { PollRun } from './poll-run.ts';

/** A refresh: none, in progress, or without an outcome in time. */
export type RefreshState = 'idle' | 'loading' | 'unanswered';

/**
 * The user's last refresh: its time, the end of the last run that the page knew then, and how long ago it was by a clock
 * that nobody can set, in ms.
 */
export type RefreshRequest = { readonly at: number; readonly lastEnd: number | null; readonly waited: number };

/** How long a page waits for the background. A round takes at most 25 s. */
export const REFRESH_TIMEOUT = 30 * SECOND;

/**
 * `asked` is null before the first refresh. A run without an end counts as loading for `REFRESH_TIMEOUT`, because its
 * worker may have been killed. One that began in the future does not: the clock was set back.
 */
export function getRefreshState(
  asked: RefreshRequest | null,
  { startedAt, endedAt }: PollRun,
  now: number,
): RefreshState {
  const flying = endedAt === null && Math.abs(now - startedAt) < REFRESH_TIMEOUT;
  if (flying) return 'loading';
  if (asked === null || (endedAt !== null && (endedAt !== asked.lastEnd || endedAt === asked.at))) return 'idle';
  return asked.waited < REFRESH_TIMEOUT ? 'loading' : 'unanswered';
}
