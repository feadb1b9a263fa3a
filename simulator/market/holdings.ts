import type { Category } from '../bitget/product-types.ts';
import type { Contract } from './contract.ts';

/** The balances and positions of an account; every published figure follows from them and the market. */
export type AccountHoldings = {
  readonly deposits: readonly Deposit[];
  readonly positions: readonly Position[];
};

/**
 * A balance without profit and loss, in `coin`. In a unified account all coins are one pool, and a balance below zero is
 * borrowed.
 */
export type Deposit = {
  readonly category: Category;
  readonly coin: string;
  readonly amount: string;
};

export type Position = {
  readonly contract: Contract;
  readonly side: 'long' | 'short';
  /** In the contract's coin, at the entry price. */
  readonly size: string;
  readonly entry: string;
  readonly leverage: string;
  /** Isolated margin of this position, taken from the deposit; null: cross margin. */
  readonly isolated: string | null;
};

/** The positions whose profit and loss belong to one deposit. */
export function listDepositPositions(holdings: AccountHoldings, { category, coin }: Deposit): readonly Position[] {
  return holdings.positions.filter(({ contract }) => contract.category === category && contract.marginCoin === coin);
}
