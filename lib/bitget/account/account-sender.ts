import type { Account, Credentials } from '../../domain/account/account.ts';
import type { Failure, Family } from '../../domain/core/failure.ts';
import { failed } from '../../domain/core/result.ts';
import type { Throttle, Throttles } from '../../domain/polling/reading.ts';
import { createSender, type RequestContext, type SendRequest } from '../http/create-sender.ts';
import type { ClockSkew } from '../http/retry.ts';
import type { ProductPriority, ProductResponses } from './account-response.ts';

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
  /** Learns what was read of a classic account while other product types are still requested. */
  readonly onProgress?: (answers: ProductResponses) => Promise<void>;
};

/** The retries of all requests for one account together. */
const MAX_RETRIES = 1;

/** Sends the account's requests, except to throttled endpoints, and records new throttles. */
export function createAccountSender(
  { id, demo }: Account,
  credentials: Credentials,
  { skew, ...context }: AccountContext,
): { readonly send: SendRequest; readonly throttles: ReadonlyMap<string, Throttle> } {
  const throttles = new Map(Object.entries(context.throttles));
  const sendNow = createSender(id, { credentials, demo }, { retries: MAX_RETRIES, skew }, context);
  const send: SendRequest = async (request, options) => {
    const { path } = request.endpoint;
    // Another request may be throttled while this one waits for its turn.
    const findObstacle = (): Failure | null => {
      const throttle = throttles.get(path) ?? throttles.get('');
      return throttle && context.clock.now() < throttle.until ? { kind: 'throttled', ...throttle } : null;
    };
    const obstacle = findObstacle();
    if (obstacle) return failed(obstacle);
    const response = await sendNow(request, { ...options, findObstacle });
    if (!response.ok && response.failure.kind === 'throttled') {
      const { until, hasRetryAfter, isByAddress } = response.failure;
      throttles.set(isByAddress ? '' : path, { until, hasRetryAfter });
    }
    return response;
  };
  return { send, throttles };
}
