import type { Account } from '../../domain/account/account.ts';
import type { Product, ProductType } from '../../domain/account/product-type.ts';
import type { Clock } from '../../domain/core/clock.ts';
import { affectsAllProducts, type Failure } from '../../domain/core/failure.ts';
import { failed, type Result } from '../../domain/core/result.ts';
import { SECOND } from '../../domain/core/time.ts';
import { ROUND_TIMEOUT } from '../../domain/polling/poll-run.ts';
import type { SendRequest } from '../http/create-sender.ts';
import type { ProductPriority, ProductResponse, ProductResponses } from './account-response.ts';
import { mayRetry, sortByPriority } from './product-order.ts';
import { readProductType } from './read-product-type.ts';

/** The clock and the end of the round, and the parts of `AccountContext` that only a classic account uses. */
type ClassicContext = {
  readonly clock: Clock;
  readonly deadline: AbortSignal;
  readonly priorities?: readonly ProductPriority[];
  readonly onProgress?: (answers: ProductResponses) => Promise<void>;
};

/** As many as one key may have requests at once. */
const PARALLEL_PRODUCTS = 2;

/** The first response may show that Bitget refuses the account, so the second product type waits for it, but not long. */
const HEAD_START = SECOND;

/**
 * Reads the product types of a classic account, riskiest first and side by side, each with a share of the round. A
 * failure that affects the account, such as a refused key, is the response for all product types not yet requested.
 */
export async function readClassic(
  { products }: Account,
  send: SendRequest,
  { clock, deadline, priorities = [], onProgress }: ClassicContext,
): Promise<ProductResponses> {
  const order = sortByPriority(products, priorities);
  const queue = [...order];
  const share = (ROUND_TIMEOUT * PARALLEL_PRODUCTS) / order.length;
  const responses = new Map<Product, ProductResponse>();
  const firstList = Promise.withResolvers<void>();
  const headStart = clock.deadline(HEAD_START, deadline);
  headStart.signal.addEventListener('abort', () => firstList.resolve());
  let accountFailure: Failure | undefined;
  const note = (result: Result<unknown>): void => {
    if (!result.ok && affectsAllProducts(result.failure)) accountFailure ??= result.failure;
  };
  const read = async (product: ProductType): Promise<ProductResponse> => {
    if (accountFailure) return { margin: failed(accountFailure), positions: failed(accountFailure) };
    const { signal, meet } = clock.deadline(share, deadline);
    const options = {
      deadline: signal,
      mayRetry: () =>
        mayRetry(product, priorities, (each) => order.some((own) => own === each) && !responses.has(each)),
    };
    const response = await readProductType(product, send, options, clock.now, (list) => {
      note(list);
      firstList.resolve();
    });
    meet();
    note(response.positions);
    return response;
  };
  const workThroughQueue = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      responses.set(next, await read(next));
      if (responses.size < order.length && !accountFailure) await onProgress?.(new Map(responses));
    }
    firstList.resolve();
  };
  await Promise.all([workThroughQueue(), firstList.promise.then(workThroughQueue)]);
  headStart.meet();
  return sortResponses(responses, order);
}

function sortResponses(responses: ProductResponses, order: readonly Product[]): ProductResponses {
  return new Map([...responses].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}
