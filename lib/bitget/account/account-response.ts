import type { Product } from '../../domain/account/product-type.ts';
import type { Failure, Family } from '../../domain/core/failure.ts';
import { failed, type Result } from '../../domain/core/result.ts';
import type { MarginAccount } from '../../domain/margin/margin-account.ts';
import type { Position } from '../../domain/margin/position.ts';
import type { Request } from '../http/endpoints.ts';

/** What came of asking for one product: its margin accounts, and the positions where they may matter. */
export type ProductResponse = {
  readonly margin: Result<readonly MarginAccount[]>;
  readonly positions: Result<readonly Position[]>;
};
export type ProductResponses = ReadonlyMap<Product, ProductResponse>;

/** The answers of an account, and the family that gave them. */
export type AccountResponse = { readonly family: Family; readonly answers: ProductResponses };

/** Asks one thing in the name of one account, at its pace. */
export type SendRequest = (request: Request) => Promise<Result<unknown>>;

/** One failure as the answer for every product. */
export function failAll(products: readonly Product[], failure: Failure): ProductResponses {
  return new Map(products.map((product) => [product, { margin: failed(failure), positions: failed(failure) }]));
}
