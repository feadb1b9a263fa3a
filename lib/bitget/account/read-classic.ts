import type { Account } from '../../domain/account/account.ts';
import type { Product, ProductType } from '../../domain/account/product-type.ts';
import { concernsAll, type Failure } from '../../domain/core/failure.ts';
import { failed, ok } from '../../domain/core/result.ts';
import { mayHavePositions } from '../../domain/margin/margin-positions.ts';
import { accountList, classicPositions } from '../http/endpoints.ts';
import { parseAccounts } from '../parse/margin-accounts.ts';
import { parseClassicPositions } from '../parse/positions.ts';
import type { Answer, Answers, Ask } from './account-response.ts';

/**
 * Asks for each product type of a classic account, one after the other. What concerns the whole account, a
 * refusal for instance, ends the asking, and is the answer for all that were still to come.
 */
export async function readClassic(account: Account, ask: Ask): Promise<Answers> {
  const answers = new Map<Product, Answer>();
  let end: Failure | undefined;
  for (const product of account.products) {
    const answer = end ? { margin: failed(end), positions: failed(end) } : await readProduct(product, ask);
    end ??= [answer.margin, answer.positions].flatMap((each) => (each.ok ? [] : each.failure)).find(concernsAll);
    answers.set(product, answer);
  }
  return answers;
}

async function readProduct(product: ProductType, ask: Ask): Promise<Answer> {
  const listed = await ask(accountList(product));
  const margin = listed.ok ? parseAccounts(listed.value, product) : listed;
  if (!margin.ok) return { margin, positions: margin };
  if (!margin.value.some(mayHavePositions)) return { margin, positions: ok([]) };
  const positions = await ask(classicPositions(product));
  return { margin, positions: positions.ok ? parseClassicPositions(positions.value) : positions };
}
