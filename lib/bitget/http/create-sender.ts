import { failed, type Result } from '../../domain/core/result.ts';
import type { Network, Signer } from './client.ts';
import type { ConcurrencyLimiter } from './concurrency-limiter.ts';
import type { Request } from './endpoints.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { type RetryBudget, requestWithRetry } from './retry.ts';

/** The limits that all requests of a round or a check share: the network, the rate and the concurrency. */
export type RequestContext = Network & {
  readonly rateLimiter: RateLimiter;
  readonly concurrencyLimiter: ConcurrencyLimiter;
};

/** Sends one signed request for one account and returns the `data` of the response. */
export type SendRequest = (request: Request) => Promise<Result<unknown>>;

/**
 * Returns a function that sends requests for one account: rate-limited, signed, and retried within the budget. The
 * limiter outlives a lock, so it must not know the API key.
 */
export function createSender(
  accountId: string,
  signer: Omit<Signer, 'clockOffset'>,
  budget: RetryBudget,
  context: RequestContext,
): SendRequest {
  return async (request) => {
    const markSent = await context.rateLimiter(accountId, request.endpoint, context.deadline);
    return await context.concurrencyLimiter(async () => {
      if (context.deadline.aborted) return failed({ kind: 'timeout' } as const);
      markSent();
      return await requestWithRetry(request, signer, context, budget);
    });
  };
}
