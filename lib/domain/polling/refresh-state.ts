import { SECOND } from '../core/time.ts';
import type { Flight } from './poll-run.ts';

/** How a refresh stands: nothing under way, under way, or asked for and left without an outcome. */
export type Refresh = 'idle' | 'turning' | 'unanswered';

/** How long a page waits for the background before it says that nothing came; a round takes 25 s at most. */
export const PATIENCE = 30 * SECOND;

/** `asked` is when the user pressed the button, or null. A flight that never ended was killed: it counts for `PATIENCE`. */
export function refreshOf(asked: number | null, flight: Flight, now: number): Refresh {
  const flying = flight.endedAt === null && now - flight.startedAt < PATIENCE;
  if (flying) return 'turning';
  if (asked === null || (flight.endedAt !== null && flight.endedAt >= asked)) return 'idle';
  return now - asked < PATIENCE ? 'turning' : 'unanswered';
}
