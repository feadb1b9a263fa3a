import type { Failure, Family } from '../core/failure.ts';
import { MINUTE, SECOND } from '../core/time.ts';
import type { Amount } from '../money/amount.ts';

/** The free amount of one coin of a wallet, in units of the coin. */
export type FundingAsset = { readonly coin: string; readonly available: Amount };

export type FundingOutcome =
  | { readonly state: 'known'; readonly at: number; readonly assets: readonly FundingAsset[] }
  | { readonly state: 'failed'; readonly failure: Failure };

/**
 * The funds that are free outside an account's margin: in the funding wallet of a unified account, in the spot wallet of a classic
 * one. The outcome is the last one, or null until the first response.
 */
export type FundingReading = {
  readonly revision: number;
  readonly family: Family;
  readonly askedAt: number;
  readonly outcome: FundingOutcome | null;
};

/** A key that may not read the wallet is asked again only so often. */
const RECHECK_REFUSAL = 15 * MINUTE;

/** Returns whether an account's wallet may be read again: once a period, which is in seconds. */
export function isFundingDue(
  known: FundingReading | undefined,
  revision: number,
  period: number,
  now: number,
): boolean {
  if (known?.revision !== revision) return true;
  const { outcome, askedAt } = known;
  const isRefused = outcome?.state === 'failed' && outcome.failure.kind === 'refused';
  const pause = Math.max(period * SECOND, isRefused ? RECHECK_REFUSAL : 0);
  // A time in the future means that the clock was set back.
  return now < askedAt || now - askedAt >= pause;
}
