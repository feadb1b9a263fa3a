import type { Account } from '../../domain/account/account.ts';
import type { Product, ProductType } from '../../domain/account/product-type.ts';
import { affectsAllProducts, type Failure } from '../../domain/core/failure.ts';
import { failed, ok } from '../../domain/core/result.ts';
import { mayHavePositions } from '../../domain/margin/margin-positions.ts';
import type { SendRequest } from '../http/create-sender.ts';
import { accountListRequest, classicPositionsRequest } from '../http/endpoints.ts';
import { parseMarginAccounts } from '../parse/margin-accounts.ts';
import { parseClassicPositions } from '../parse/positions.ts';
import type { ProductResponse, ProductResponses } from './account-response.ts';

/**
 * Reads the product types of a classic account, one after the other. A failure that affects the account, such as a
 * refused key, ends the reading and is the response for all remaining products.
 */
export async function readClassic(account: Account, send: SendRequest): Promise<ProductResponses> {
  const responses = new Map<Product, ProductResponse>();
  let accountFailure: Failure | undefined;
  for (const product of account.products) {
    const response = accountFailure
      ? { margin: failed(accountFailure), positions: failed(accountFailure) }
      : await readProductType(product, send);
    accountFailure ??= [response.margin, response.positions]
      .flatMap((result) => (result.ok ? [] : result.failure))
      .find(affectsAllProducts);
    responses.set(product, response);
  }
  return responses;
}

async function readProductType(product: ProductType, send: SendRequest): Promise<ProductResponse> {
  const list = await send(accountListRequest(product));
  const margin = list.ok ? parseMarginAccounts(list.value, product) : list;
  if (!margin.ok) return { margin, positions: margin };
  if (!margin.value.some(mayHavePositions)) return { margin, positions: ok([]) };
  const positions = await send(classicPositionsRequest(product));
  return { margin, positions: positions.ok ? parseClassicPositions(positions.value) : positions };
}
