import type { Account } from '../../domain/account/account.ts';
import type { Product, ProductType } from '../../domain/account/product-type.ts';
import type { Clock } from '../../domain/core/clock.ts';
import { affectsAllProducts, type Failure } from '../../domain/core/failure.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { SECOND } from '../../domain/core/time.ts';
import type { MarginAccount } from '../../domain/margin/margin-account.ts';
import { mayHavePositions } from '../../domain/margin/margin-positions.ts';
import { ROUND_TIMEOUT } from '../../domain/polling/poll-run.ts';
import { accountListRequest, classicPositionsRequest } from '../http/endpoints.ts';
import { parseMarginAccounts } from '../parse/margin-accounts.ts';
import { parseClassicPositions } from '../parse/positions.ts';
import type { ProductPriority, ProductResponse, ProductResponses } from './account-response.ts';
import type { SendOptions, SendRequest } from './account-sender.ts';
import { mayRetry, sortByPriority } from './product-order.ts';

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

/** Reads the margin accounts of one product type, calls `onListed`, and reads the positions if any can affect the risk. */
async function readProductType(
  product: ProductType,
  send: SendRequest,
  options: SendOptions,
  now: () => number,
  onListed: (margin: Result<readonly MarginAccount[]>) => void,
): Promise<ProductResponse> {
  const list = await send(accountListRequest(product), options);
  const margin = list.ok ? parseMarginAccounts(list.value, product) : list;
  const listedAt = now();
  const at = { margin: listedAt, positions: listedAt };
  onListed(margin);
  if (!margin.ok) return { margin, positions: margin, at };
  if (!margin.value.some(mayHavePositions)) return { margin, positions: ok([]), at };
  const response = await send(classicPositionsRequest(product), options);
  const positions = response.ok ? parseClassicPositions(response.value) : response;
  return { margin, positions, at: { margin: listedAt, positions: now() } };
}

function sortResponses(responses: ProductResponses, order: readonly Product[]): ProductResponses {
  return new Map([...responses].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}
