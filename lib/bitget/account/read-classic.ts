import type { Account } from '../../domain/account/account.ts';
import type { Product, ProductType } from '../../domain/account/product-type.ts';
import { affectsAllProducts, type Failure } from '../../domain/core/failure.ts';
import { failed, ok } from '../../domain/core/result.ts';
import { mayHavePositions } from '../../domain/margin/margin-positions.ts';
import { accountListRequest, classicPositionsRequest } from '../http/endpoints.ts';
import { parseMarginAccounts } from '../parse/margin-accounts.ts';
import { parseClassicPositions } from '../parse/positions.ts';
import type { ProductResponse, ProductResponses, SendRequest } from './account-response.ts';

/**
 * Asks for each product type of a classic account, one after the other. What concerns the whole account, a
 * refusal for instance, ends the asking, and is the answer for all that were still to come.
 */
export async function readClassic(account: Account, ask: SendRequest): Promise<ProductResponses> {
  const answers = new Map<Product, ProductResponse>();
  let end: Failure | undefined;
  for (const product of account.products) {
    const answer = end ? { margin: failed(end), positions: failed(end) } : await readProductType(product, ask);
    end ??= [answer.margin, answer.positions].flatMap((each) => (each.ok ? [] : each.failure)).find(affectsAllProducts);
    answers.set(product, answer);
  }
  return answers;
}

async function readProductType(product: ProductType, ask: SendRequest): Promise<ProductResponse> {
  const listed = await ask(accountListRequest(product));
  const margin = listed.ok ? parseMarginAccounts(listed.value, product) : listed;
  if (!margin.ok) return { margin, positions: margin };
  if (!margin.value.some(mayHavePositions)) return { margin, positions: ok([]) };
  const positions = await ask(classicPositionsRequest(product));
  return { margin, positions: positions.ok ? parseClassicPositions(positions.value) : positions };
}
