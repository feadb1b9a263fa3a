import type { IncomingRequest } from '../server/incoming-request.ts';
import { type SimulatedResponse, succeed } from '../server/response.ts';
import type { Family, LiveAccount } from './account.ts';
import { readAllPosition, readClassicAccounts, readSpotAssets, readSpotInfo } from './classic-endpoints.ts';
import { futuresRead, type Permission, spotRead, unifiedRead } from './permissions.ts';
import { readAssets, readCurrentPosition, readFundingAssets, readUnifiedInfo } from './unified-endpoints.ts';

/** `limit` is requests a second: for each UID, or for each address where no key is needed. */
export type Endpoint =
  | { readonly access: 'public'; readonly limit: number; read(now: number): SimulatedResponse }
  | PrivateEndpoint;

export type PrivateEndpoint = {
  readonly access: 'private';
  readonly family: Family;
  readonly limit: number;
  readonly permission: Permission;
  read(account: LiveAccount, request: IncomingRequest): SimulatedResponse;
};

/** The endpoint at a path, or null where Bitget answers 40404. */
export function endpointAt(path: string): Endpoint | null {
  return Object.hasOwn(endpoints, path) ? (endpoints[path] ?? null) : null;
}

const classic = { access: 'private', family: 'classic' } as const;
const unified = { access: 'private', family: 'unified', permission: unifiedRead } as const;

const endpoints: Readonly<Record<string, Endpoint>> = {
  '/api/v2/public/time': { access: 'public', limit: 20, read: readTime },
  '/api/v2/mix/account/accounts': {
    ...classic,
    limit: 10,
    permission: futuresRead,
    read: readClassicAccounts,
  },
  '/api/v2/mix/position/all-position': {
    ...classic,
    limit: 5,
    permission: futuresRead,
    read: readAllPosition,
  },
  '/api/v2/spot/account/info': {
    ...classic,
    limit: 1,
    permission: spotRead,
    read: readSpotInfo,
  },
  '/api/v2/spot/account/assets': {
    ...classic,
    limit: 10,
    permission: spotRead,
    read: readSpotAssets,
  },
  '/api/v3/account/assets': { ...unified, limit: 20, read: readAssets },
  '/api/v3/account/funding-assets': { ...unified, limit: 20, read: readFundingAssets },
  '/api/v3/account/info': { ...unified, limit: 5, read: readUnifiedInfo },
  '/api/v3/position/current-position': { ...unified, limit: 20, read: readCurrentPosition },
};

function readTime(now: number): SimulatedResponse {
  return succeed({ serverTime: String(now) });
}
