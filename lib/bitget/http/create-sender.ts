import type { Failure } from '../../domain/core/failure.ts';
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

/**
 * The deadline of a request, if it is earlier than that of the round; whether it may use a retry once it failed; and why
 * it must not be sent, asked at the last moment.
 */
export type SendOptions = {
  readonly deadline?: AbortSignal;
  readonly mayRetry?: () => boolean;
  readonly findObstacle?: () => Failure | null;
};

/** Sends one signed request for one account and returns the `data` of the response. */
export type SendRequest = (request: Request, options?: SendOptions) => Promise<Result<unknown>>;

/**
 * Returns a function that sends requests for one account: rate-limited, signed, and retried within the budget. The
 * limiters outlive a lock, so they must not know the API key.
 */
export function createSender(
  accountId: string,
  signer: Omit<Signer, 'clockOffset'>,
  budget: RetryBudget,
  context: RequestContext,
): SendRequest {
  return async (request, options = {}) => {
    const { deadline = context.deadline, mayRetry = () => true, findObstacle = () => null } = options;
    const markSent = await context.rateLimiter(accountId, request.endpoint, deadline);
    return await context.concurrencyLimiter(accountId, async () => {
      if (deadline.aborted) return failed({ kind: 'timeout' } as const);
      const obstacle = findObstacle();
      if (obstacle) return failed(obstacle);
      markSent();
      const canRetry = () => mayRetry() && findObstacle() === null;
      return await requestWithRetry(request, signer, { ...context, deadline }, budget, canRetry);
    });
  };
}
