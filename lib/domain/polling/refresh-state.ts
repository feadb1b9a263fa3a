import { SECOND } from '../core/time.ts';
import type { PollRun } from './poll-run.ts';

/** A refresh: none, in progress, or without an outcome in time. */
export type RefreshState = 'idle' | 'loading' | 'unanswered';

/** How long a page waits for the background. A round takes at most 25 s. */
export const REFRESH_TIMEOUT = 30 * SECOND;

/**
 * `asked` is when the user pressed the button, or null. A run without an end counts as loading for `REFRESH_TIMEOUT`,
 * because its worker may have been killed.
 */
export function getRefreshState(asked: number | null, pollRun: PollRun, now: number): RefreshState {
  const flying = pollRun.endedAt === null && now - pollRun.startedAt < REFRESH_TIMEOUT;
  if (flying) return 'loading';
  if (asked === null || (pollRun.endedAt !== null && pollRun.endedAt >= asked)) return 'idle';
  return now - asked < REFRESH_TIMEOUT ? 'loading' : 'unanswered';
}
