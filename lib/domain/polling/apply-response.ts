import type { Failure } from '../core/failure.ts';
import { failed, type Result } from '../core/result.ts';
import { MINUTE } from '../core/time.ts';
import type { MarginAccount } from '../margin/margin-account.ts';
import { isEmpty } from '../margin/margin-positions.ts';
import type { Position } from '../margin/position.ts';
import { lastAttemptAt, type MarginReading, type PositionReading, type Reading } from './reading.ts';

export function applyResult<T>(before: Reading<T>, answer: Result<T>, now: number): Reading<T> {
  if (answer.ok) return { state: 'fresh', at: now, figures: answer.value };
  const { failure } = answer;
  switch (before.state) {
    case 'fresh':
    case 'stale':
      return { state: 'stale', at: before.at, figures: before.figures, failure, failedAt: now };
    case 'empty':
    case 'failed':
      return { state: 'failed', failure, failedAt: now };
  }
}

/**
 * Applies the responses for the margin accounts of a product and their positions. Absence is not safety: an empty list
 * after figures keeps these, the second one in a row means that there is no margin account, and after `MAX_ABSENCE`
 * that is the new state. `at`: when the responses arrived.
 */
export function applyResponse(
  before: { readonly margin: MarginReading; readonly positions: PositionReading },
  answer: { readonly margin: Result<readonly MarginAccount[]>; readonly positions: Result<readonly Position[]> },
  at: { readonly margin: number; readonly positions: number },
): { readonly margin: MarginReading; readonly positions: PositionReading } {
  const absence = findAbsence(before.margin, answer.margin, at.margin);
  const { margin, positions } = absence ? { margin: failed(absence), positions: failed(absence) } : answer;
  return {
    margin: applyResult(before.margin, margin, at.margin),
    positions: applyResult(before.positions, positions, at.positions),
  };
}

/** How long Bitget may list no margin account before the last figures are dropped. */
const MAX_ABSENCE = 60 * MINUTE;

function findAbsence(before: MarginReading, answer: Result<readonly unknown[]>, now: number): Failure | null {
  if (!answer.ok || answer.value.length > 0 || !('figures' in before)) return null;
  // Rows that held nothing may go.
  if (before.figures.every(isEmpty)) return null;
  const earlier = before.state === 'stale' && before.failure.kind === 'unlisted' ? before.failure : null;
  if (earlier && Math.abs(now - earlier.since) >= MAX_ABSENCE) return null;
  return { kind: 'unlisted', since: earlier?.since ?? now, isConfirmed: earlier !== null };
}

/** Merges two concurrent readings: the newer figures, and a failure only if it came after them. */
export function mostRecent<T>(one: Reading<T>, other: Reading<T>): Reading<T> {
  const [old, young] = lastAttemptAt(one) <= lastAttemptAt(other) ? [one, other] : [other, one];
  if (!('figures' in old) || !('failure' in young)) return young;
  if ('figures' in young && young.at >= old.at) return young;
  const { failure, failedAt } = young;
  return { state: 'stale', at: old.at, figures: old.figures, failure, failedAt };
}
