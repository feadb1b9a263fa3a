import type { Account, Credentials } from '../../domain/account/account.ts';
import type { Failure, Family } from '../../domain/core/failure.ts';
import { failed, type Result } from '../../domain/core/result.ts';
import type { Throttle, Throttles } from '../../domain/polling/reading.ts';
import type { Network } from '../http/client.ts';
import type { ConcurrencyLimiter } from '../http/concurrency-limiter.ts';
import type { Request } from '../http/endpoints.ts';
import type { RateLimiter } from '../http/rate-limiter.ts';
import { type ClockSkew, requestWithRetry } from '../http/retry.ts';
import type { ProductPriority, ProductResponses } from './account-response.ts';

/**
 * The limits that all requests of a round or a check share: the network, the rate and the concurrency. The limiters
 * outlive a lock, so they know accounts by their id and never by the API key.
 */
export type RequestContext = Network & {
  readonly rateLimiter: RateLimiter;
  readonly concurrencyLimiter: ConcurrencyLimiter;
};

/**
 * The shared limits, and what is already known: the family of the account's last reading, the clock
 * skew, and the throttled endpoints.
 */
export type AccountContext = RequestContext & {
  readonly family: Family;
  readonly skew: ClockSkew;
  readonly throttles: Throttles;
  /** The order of the known products, riskiest first. */
  readonly priorities?: readonly ProductPriority[];
  /** Called with the responses of a classic account while other product types are still requested. */
  readonly onProgress?: (answers: ProductResponses) => Promise<void>;
};

/** The deadline of a request, if it is earlier than that of the round, and whether it may use a retry once it failed. */
export type SendOptions = { readonly deadline?: AbortSignal; readonly mayRetry?: () => boolean };

/** Sends one signed request for one account and returns the `data` of the response. */
export type SendRequest = (request: Request, options?: SendOptions) => Promise<Result<unknown>>;

/** The retries of all requests for one account together. */
const MAX_RETRIES = 1;

/**
 * Returns a function that sends the account's requests: rate-limited, signed, and retried within the budget. It sends
 * none to a throttled endpoint, and records new throttles.
 */
export function createAccountSender(
  { id, demo }: Account,
  credentials: Credentials,
  { skew, ...context }: AccountContext,
): { readonly send: SendRequest; readonly throttles: ReadonlyMap<string, Throttle> } {
  const throttles = new Map(Object.entries(context.throttles));
  const budget = { retries: MAX_RETRIES, skew };
  const send: SendRequest = async (request, { deadline = context.deadline, mayRetry = () => true } = {}) => {
    const { endpoint } = request;
    const findThrottle = (): Failure | null => {
      const throttle = throttles.get(endpoint.path) ?? throttles.get('');
      return throttle && context.clock.now() < throttle.until ? { kind: 'throttled', ...throttle } : null;
    };
    const throttled = findThrottle();
    if (throttled) return failed(throttled);
    const markSent = await context.rateLimiter(id, endpoint, deadline);
    const response = await context.concurrencyLimiter(id, async () => {
      if (deadline.aborted) return failed({ kind: 'timeout' } as const);
      // Another request may have been throttled while this one waited for its turn.
      const newlyThrottled = findThrottle();
      if (newlyThrottled) return failed(newlyThrottled);
      markSent();
      const canRetry = () => mayRetry() && findThrottle() === null;
      return await requestWithRetry(request, { credentials, demo }, { ...context, deadline }, budget, canRetry);
    });
    if (!response.ok && response.failure.kind === 'throttled') {
      const { until, hasRetryAfter, isByAddress } = response.failure;
      throttles.set(isByAddress ? '' : endpoint.path, { until, hasRetryAfter });
    }
    return response;
  };
  return { send, throttles };
}
