import { SECOND } from '../core/time.ts';
import type { PollRun } from './poll-run.ts';

/** How a refresh stands: nothing under way, under way, or asked for and left without an outcome. */
export type RefreshState = 'idle' | 'turning' | 'unanswered';

/** How long a page waits for the background before it says that nothing came; a round takes 25 s at most. */
export const REFRESH_TIMEOUT = 30 * SECOND;

/** `asked` is when the user pressed the button, or null. A flight that never ended was killed: it counts for `PATIENCE`. */
export function getRefreshState(asked: number | null, pollRun: PollRun, now: number): RefreshState {
  const flying = pollRun.endedAt === null && now - pollRun.startedAt < REFRESH_TIMEOUT;
  if (flying) return 'turning';
  if (asked === null || (pollRun.endedAt !== null && pollRun.endedAt >= asked)) return 'idle';
  return now - asked < REFRESH_TIMEOUT ? 'turning' : 'unanswered';
}
