import type { Clock } from '../../domain/core/clock.ts';
import { type Failure, needsUser } from '../../domain/core/failure.ts';
import { pickBy } from '../../domain/core/objects.ts';
import { MINUTE, SECOND } from '../../domain/core/time.ts';
import { READY, type Retry, type Throttles } from '../../domain/polling/reading.ts';

/** The longest wait after trouble, unless the user's period is longer. */
const MAX_DELAY = 2 * MINUTE;
/** The longest wait while Bitget is under maintenance, or something blocks the network. */
const MAX_OUTAGE_DELAY = 5 * MINUTE;
/** An account at risk is requested at its own pace, but after a failure no faster than this. */
const MIN_DELAY_AT_RISK = 10 * SECOND;
/** Addresses, regions and VPNs change without a word to us, and so do keys, but less often. */
const RECHECK_NETWORK = 15 * MINUTE;
const RECHECK_KEY = 60 * MINUTE;
/** Outages are short, so the first two failures in a row delay nothing. */
const FIRST_DELAYED_FAILURE = 3;
/** Bitget's longest deadline. */
const MAX_THROTTLE = 15 * MINUTE;
/** Tolerance for timer drift, so that a one-period delay does not skip the next alarm. */
const TIMER_TOLERANCE = SECOND;

/** The account's pace in seconds, and what is known of it before the round that failed. */
export type RetryContext = {
  readonly period: number;
  /** The last known level is warning or more. */
  readonly isAtRisk: boolean;
  /** The previous round was refused, too. */
  readonly wasRefused: boolean;
};

/**
 * Returns when to request an account again after a round that began at `now`: at the next period, and from the third
 * failure in a row after one to two periods. A refusal counts once a second round confirms it.
 */
export function nextRetryAt(
  before: Retry,
  failures: readonly Failure[],
  { period, isAtRisk, wasRefused }: RetryContext,
  now: number,
  clock: Clock,
): Retry {
  if (failures.length === 0) return READY;
  const counted = failures.filter(countsAsFailure);
  if (counted.length === 0) return before;
  const count = before.failures + Number(counted.some(({ kind }) => kind !== 'throttled'));
  const refusal = counted.find(needsUser);
  const isConfirmed = before.stopped || wasRefused || refusal?.kind === 'vault';
  const wait = (): number => {
    const ownPace = period * SECOND;
    if (refusal && isConfirmed) return refusalDelay(refusal, ownPace);
    if (isAtRisk) return Math.max(ownPace, MIN_DELAY_AT_RISK);
    if (counted.every(({ kind }) => kind === 'maintenance' || kind === 'blocked'))
      return Math.max(ownPace, Math.min(MAX_OUTAGE_DELAY, ownPace * count));
    return count < FIRST_DELAYED_FAILURE
      ? ownPace
      : Math.max(ownPace, Math.min(MAX_DELAY, ownPace * (1 + clock.random())));
  };
  // A temporary failure proves nothing about an earlier refusal.
  const stopped = isConfirmed && (refusal !== undefined || before.stopped);
  return { failures: count, notBefore: now + wait() - TIMER_TOLERANCE, stopped };
}

/** Opening the vault sends nothing, so it is tried at each period. */
function refusalDelay(refusal: Failure, ownPace: number): number {
  if (refusal.kind !== 'refused') return ownPace;
  return isNetworkRefusal(refusal) ? RECHECK_NETWORK : RECHECK_KEY;
}

/** Returns whether another network could end a failure. */
export function isNetworkRefusal(failure: Failure): boolean {
  return failure.kind === 'refused' && (failure.cause === 'address' || failure.cause === 'region');
}

/** Why a round runs: an alarm, a view that somebody looks at, a changed network, or a request of the user. */
export type PollReason = 'alarm' | 'view' | 'network' | 'manual';

/**
 * Returns whether the back-off lets a round request an account at `now`. A request of the user always may. A view and a
 * changed network need not wait, except for a stopped account; even that may be requested after a change of the network
 * if Bitget refused the address or the region (`isNetworkRefused`). An alarm waits.
 */
export function isDue(
  { stopped, notBefore }: Retry,
  reason: PollReason,
  period: number,
  now: number,
  isNetworkRefused = false,
): boolean {
  if (reason === 'manual' || (reason === 'network' && isNetworkRefused)) return true;
  if (reason !== 'alarm' && !stopped) return true;
  return !isAhead(notBefore, stopped ? RECHECK_KEY : Math.max(MAX_OUTAGE_DELAY, period * SECOND), now);
}

/** A deadline further off than any that we set means that the clock was set back, so it is ignored. */
function isAhead(deadline: number, longest: number, now: number): boolean {
  return now < deadline && deadline - now <= longest;
}

/** Returns the throttles that still apply. Only Bitget's own word holds up a view or the user. */
export function activeThrottles(throttles: Throttles = {}, reason: PollReason, now: number): Throttles {
  return pickBy(
    throttles,
    (_, { until, hasRetryAfter }) => isAhead(until, MAX_THROTTLE, now) && (hasRetryAfter || reason === 'alarm'),
  );
}

/** Adds throttles to a retry; of two for one endpoint the later deadline holds. */
export function addThrottles(retry: Retry, added: Throttles = {}): Retry {
  const { throttles = {} } = retry;
  const all = { ...throttles, ...pickBy(added, (path, { until }) => until > (throttles[path]?.until ?? 0)) };
  return Object.keys(all).length > 0 ? { ...retry, throttles: all } : retry;
}

/** Without network, password or host permission no request was sent, so there is nothing to back off from. */
function countsAsFailure({ kind }: Failure): boolean {
  return kind !== 'offline' && kind !== 'locked' && kind !== 'noHostPermission';
}
