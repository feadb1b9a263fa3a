import type { PoolState } from '../samples/index.ts';
import type { ProductType, ProductTypeState } from './product-types.ts';

export type Family = 'classic' | 'unified';

/** The account behind one API key. All data has Bitget's wire shape and is sent unchanged. */
export type AccountSpec = {
  readonly apiKey: string;
  readonly secret: string;
  readonly passphrase: string;
  readonly uid: string;
  readonly family: Family;
  /** The code of a classic account on `/api/v3`; both occur at Bitget. 40084 by default. */
  readonly notUnifiedCode?: NotUnifiedCode;
  /** A demo-trading key: needs the header `paptrading: 1`. */
  readonly demo?: boolean;
  /** Classic authorities or unified permissions; by default those of a read-only key. */
  readonly permissions?: readonly string[];
  /** `permType` of a unified key; by default `read-and-write` if a permission can write. */
  readonly permType?: PermType;
  /** Addresses that may use the key; empty: any. */
  readonly ips?: readonly string[];
  /** The caller's address as the server sees it. */
  readonly clientIp?: string;
  /** Product types left out are offered. */
  readonly productTypeStates?: Partial<Record<ProductType, ProductTypeState>>;
  /** Rows of `/api/v2/mix/account/accounts`. */
  readonly accounts?: Partial<Record<ProductType, readonly unknown[]>>;
  /** Rows of `/api/v2/mix/position/all-position`. */
  readonly positions?: Partial<Record<ProductType, readonly unknown[]>>;
  /** Rows of `/api/v2/spot/account/assets`. */
  readonly spotAssets?: readonly unknown[];
  /** `data` of `/api/v3/account/assets`. */
  readonly assets?: unknown;
  /** `data.list` of `/api/v3/position/current-position`, by category. */
  readonly currentPositions?: Partial<Record<string, readonly unknown[] | null>>;
  /** Rows of `/api/v3/account/funding-assets`. */
  readonly fundingAssets?: readonly unknown[];
  /** Replaces the equity behind the positions in all account rows; null: sent as they are. */
  readonly pool?: PoolState | null;
};

export type PermType = 'read-only' | 'read-and-write';

export type NotUnifiedCode = '40084' | '25245';

/** An account while the server runs. Assigned values take effect with the next request. */
export type LiveAccount = {
  readonly apiKey: string;
  readonly uid: string;
  secret: string;
  passphrase: string;
  family: Family;
  notUnifiedCode: NotUnifiedCode;
  demo: boolean;
  /** null: those of a read-only key of the account's family. */
  permissions: readonly string[] | null;
  permType: PermType | null;
  ips: readonly string[];
  clientIp: string;
  productTypeStates: Partial<Record<ProductType, ProductTypeState>>;
  accounts: Partial<Record<ProductType, readonly unknown[]>>;
  positions: Partial<Record<ProductType, readonly unknown[]>>;
  spotAssets: readonly unknown[];
  assets: unknown;
  currentPositions: Partial<Record<string, readonly unknown[] | null>>;
  fundingAssets: readonly unknown[];
  pool: PoolState | null;
};

export const loopback = '127.0.0.1';

export function openAccount(spec: AccountSpec): LiveAccount {
  return {
    apiKey: spec.apiKey,
    uid: spec.uid,
    secret: spec.secret,
    passphrase: spec.passphrase,
    family: spec.family,
    notUnifiedCode: spec.notUnifiedCode ?? '40084',
    demo: spec.demo ?? false,
    permissions: spec.permissions ?? null,
    permType: spec.permType ?? null,
    ips: spec.ips ?? [],
    clientIp: spec.clientIp ?? loopback,
    productTypeStates: { ...spec.productTypeStates },
    accounts: { ...spec.accounts },
    positions: { ...spec.positions },
    spotAssets: spec.spotAssets ?? [],
    assets: spec.assets ?? emptyAssets,
    currentPositions: { ...spec.currentPositions },
    fundingAssets: spec.fundingAssets ?? [],
    pool: spec.pool ?? null,
  };
}

/** The permissions of a key, in the codes of its account's family. */
export function listPermissions({ permissions, family }: LiveAccount): readonly string[] {
  return permissions ?? readOnly[family];
}

const readOnly: Record<Family, readonly string[]> = {
  classic: ['coor', 'stor'],
  unified: ['uta_mgt'],
};

const emptyAssets = {
  accountEquity: '0',
  usdtEquity: '0',
  btcEquity: '0',
  unrealisedPnl: '0',
  usdtUnrealisedPnl: '0',
  btcUnrealizedPnl: '0',
  effEquity: '0',
  mmr: '0',
  imr: '0',
  mgnRatio: '0',
  positionMgnRatio: '0',
  assets: [],
};
