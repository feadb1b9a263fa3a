import type { Product, ProductType } from '../../domain/account/product-type.ts';
import { sortBy } from '../../domain/core/sort-by.ts';
import type { ProductPriority } from './account-response.ts';

/** Sorts product types riskiest first. Those without a known risk follow in the user's order. */
export function sortByPriority(
  products: readonly ProductType[],
  priorities: readonly ProductPriority[],
): readonly ProductType[] {
  const place = (product: ProductType): number => {
    const index = priorities.findIndex((each) => each.product === product);
    return index < 0 ? priorities.length : index;
  };
  return sortBy(products, place, (a, b) => a - b);
}

/** Returns whether a product may use the one retry: none that is riskier, and not safe, is still awaited. */
export function mayRetry(
  product: Product,
  priorities: readonly ProductPriority[],
  isAwaited: (product: Product) => boolean,
): boolean {
  const first = priorities.find((each) => each.isAtRisk && isAwaited(each.product));
  return first === undefined || first.product === product;
}
