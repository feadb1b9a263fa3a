import type { ProductType } from '../../domain/account/product-type.ts';
import type { Family } from '../../domain/core/failure.ts';

/** A call of Bitget's API. Every call of this product is a GET. */
export type Endpoint = {
  readonly path: string;
  /** Calls a second that Bitget documents, for each UID or, where nothing is signed, for each IP address. */
  readonly perSecond: number;
};

export type Request = { readonly endpoint: Endpoint; readonly query: Readonly<Record<string, string>> };

const TIME: Endpoint = { path: '/api/v2/public/time', perSecond: 20 };
const ACCOUNTS: Endpoint = { path: '/api/v2/mix/account/accounts', perSecond: 10 };
const POSITIONS: Endpoint = { path: '/api/v2/mix/position/all-position', perSecond: 5 };
const KEY: Endpoint = { path: '/api/v2/spot/account/info', perSecond: 1 };
const ASSETS: Endpoint = { path: '/api/v3/account/assets', perSecond: 20 };
const UNIFIED_POSITIONS: Endpoint = { path: '/api/v3/position/current-position', perSecond: 20 };
const UNIFIED_KEY: Endpoint = { path: '/api/v3/account/info', perSecond: 5 };

/** The categories of a unified account's positions. */
export const CATEGORIES = ['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES'] as const;

/** The server's clock; the only call that is not signed. */
export function serverTimeRequest(): Request {
  return { endpoint: TIME, query: {} };
}

/** The margin accounts of one product type of a classic account. */
export function accountListRequest(productType: ProductType): Request {
  return { endpoint: ACCOUNTS, query: { productType } };
}

/** The open positions of one product type of a classic account. */
export function classicPositionsRequest(productType: ProductType): Request {
  return { endpoint: POSITIONS, query: { productType } };
}

/** The pool of a unified account. */
export function unifiedAssetsRequest(): Request {
  return { endpoint: ASSETS, query: {} };
}

/** The open positions of one category of a unified account. */
export function unifiedPositionsRequest(category: (typeof CATEGORIES)[number]): Request {
  return { endpoint: UNIFIED_POSITIONS, query: { category } };
}

/** What the key may do, and from which addresses. */
export function keyInfoRequest(family: Family): Request {
  return { endpoint: family === 'unified' ? UNIFIED_KEY : KEY, query: {} };
}

/** Path and query as they are both signed and sent, the query's keys in ascending order. */
export function requestTarget({ endpoint, query }: Request): string {
  const pairs = Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
  return pairs.length ? `${endpoint.path}?${new URLSearchParams(pairs)}` : endpoint.path;
}
