import type { Category } from '../bitget/product-types.ts';
import type { Contract } from './contract.ts';

/** What an account owns and holds; everything else follows from it and the market. */
export type AccountHoldings = {
  readonly deposits: readonly Deposit[];
  readonly holdings: readonly Holding[];
};

/** A balance without profit and loss, in `coin`. In a unified account all coins are one pool. */
export type Deposit = {
  readonly category: Category;
  readonly coin: string;
  readonly amount: string;
};

export type Holding = {
  readonly contract: Contract;
  readonly side: 'long' | 'short';
  /** In the contract's coin, as of the entry. */
  readonly size: string;
  readonly entry: string;
  readonly leverage: string;
  /** Margin set aside for this position alone; null: cross margin. */
  readonly isolated: string | null;
};

/** The holdings whose profit and loss fall to one deposit. */
export function listOpenHoldings(book: AccountHoldings, { category, coin }: Deposit): readonly Holding[] {
  return book.holdings.filter(({ contract }) => contract.category === category && contract.marginCoin === coin);
}
