import type { ProductType } from '../../domain/account/product-type.ts';
import type { Family } from '../../domain/core/failure.ts';

/** An endpoint of Bitget's API. Every request of this product is a GET. */
export type Endpoint = {
  readonly path: string;
  /** Bitget's documented limit of requests per second: for each UID, or for each IP address if unsigned. */
  readonly perSecond: number;
};

export type Request = { readonly endpoint: Endpoint; readonly query: Readonly<Record<string, string>> };

const TIME: Endpoint = { path: '/api/v2/public/time', perSecond: 20 };
const ACCOUNTS: Endpoint = { path: '/api/v2/mix/account/accounts', perSecond: 10 };
const POSITIONS: Endpoint = { path: '/api/v2/mix/position/all-position', perSecond: 5 };
const KEY: Endpoint = { path: '/api/v2/spot/account/info', perSecond: 1 };
const ASSETS: Endpoint = { path: '/api/v3/account/assets', perSecond: 20 };
const UNIFIED_POSITIONS: Endpoint = { path: '/api/v3/position/current-position', perSecond: 20 };
const FUNDING: Endpoint = { path: '/api/v3/account/funding-assets', perSecond: 20 };
const SPOT: Endpoint = { path: '/api/v2/spot/account/assets', perSecond: 10 };
const UNIFIED_KEY: Endpoint = { path: '/api/v3/account/info', perSecond: 5 };

/** The product categories of a unified account's positions. */
export const CATEGORIES = ['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES'] as const;

/** The server's clock. The only unsigned request. */
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

/** The assets of a unified account, which share one margin. */
export function unifiedAssetsRequest(): Request {
  return { endpoint: ASSETS, query: {} };
}

/** The open positions of one category of a unified account. */
export function unifiedPositionsRequest(category: (typeof CATEGORIES)[number]): Request {
  return { endpoint: UNIFIED_POSITIONS, query: { category } };
}

/** The permissions of the key, and the IP addresses that it is bound to. */
export function keyInfoRequest(family: Family): Request {
  return { endpoint: family === 'unified' ? UNIFIED_KEY : KEY, query: {} };
}

/** The coins of the wallet from which margin is added: funding of a unified account, spot of a classic one. */
export function fundingAssetsRequest(family: Family): Request {
  return { endpoint: family === 'unified' ? FUNDING : SPOT, query: {} };
}

/** Returns the path and query that are both signed and sent. Bitget wants the keys of the query in ascending order. */
export function requestTarget({ endpoint, query }: Request): string {
  const pairs = Object.entries(query).sort(([a], [b]) => (a < b ? -1 : 1));
  return pairs.length ? `${endpoint.path}?${new URLSearchParams(pairs)}` : endpoint.path;
}
