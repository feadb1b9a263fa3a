import type { ProductType } from '../../domain/account/product-type.ts';
import { ok, type Result } from '../../domain/core/result.ts';
import type { MarginAccount } from '../../domain/margin/margin-account.ts';
import { mayHavePositions } from '../../domain/margin/margin-positions.ts';
import type { SendOptions, SendRequest } from '../http/create-sender.ts';
import { accountListRequest, classicPositionsRequest } from '../http/endpoints.ts';
import { parseMarginAccounts } from '../parse/margin-accounts.ts';
import { parseClassicPositions } from '../parse/positions.ts';
import type { ProductResponse } from './account-response.ts';

/** Reads the margin accounts of one product type, calls `onListed`, and reads the positions if any can affect the risk. */
export async function readProductType(
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
