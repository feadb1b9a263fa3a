import type { Product } from '../../domain/account/product-type.ts';
import type { Family } from '../../domain/core/failure.ts';
import type { Result } from '../../domain/core/result.ts';
import type { MarginAccount } from '../../domain/margin/margin-account.ts';
import type { Position } from '../../domain/margin/position.ts';
import type { Throttles } from '../../domain/polling/reading.ts';

/**
 * The margin accounts of one product, its positions, and when the response for each arrived, in ms (absent without a
 * request). No position is requested where none can affect the risk.
 */
export type ProductResponse = {
  readonly margin: Result<readonly MarginAccount[]>;
  readonly positions: Result<readonly Position[]>;
  readonly at?: { readonly margin: number; readonly positions: number };
};
export type ProductResponses = ReadonlyMap<Product, ProductResponse>;

/** The place of a product in the order of its account, riskiest first, and whether its last known level is not safe. */
export type ProductPriority = { readonly product: Product; readonly isAtRisk: boolean };

/** The responses for one account, and the family of Bitget's API that they come from. */
export type AccountResponse = {
  readonly family: Family;
  readonly answers: ProductResponses;
  /** The endpoints that Bitget throttles for this account. */
  readonly throttles?: Throttles;
};
