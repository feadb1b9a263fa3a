import type { ProductType } from './product-types.ts';

export type Family = 'classic' | 'unified';

/** What one API key opens. All data is in Bitget's wire shape and is sent as it stands. */
export type AccountSpec = {
  readonly apiKey: string;
  readonly secret: string;
  readonly passphrase: string;
  readonly uid: string;
  readonly family: Family;
  /** A demo-trading key: needs the header `paptrading: 1`. */
  readonly demo?: boolean;
  /** Classic authorities or unified permissions; by default what a read-only key has. */
  readonly permissions?: readonly string[];
  /** `permType` of a unified key; by default `read-and-write` if a permission can write. */
  readonly permType?: PermType;
  /** Addresses the key may be used from; empty: any. */
  readonly ips?: readonly string[];
  /** What the server takes for the caller's address. */
  readonly clientIp?: string;
  /** Rows of `/api/v2/mix/account/accounts`. */
  readonly accounts?: Partial<Record<ProductType, readonly unknown[]>>;
  /** Rows of `/api/v2/mix/position/all-position`. */
  readonly positions?: Partial<Record<ProductType, readonly unknown[]>>;
  /** `data` of `/api/v3/account/assets`. */
  readonly assets?: unknown;
  /** `data.list` of `/api/v3/position/current-position`, by category. */
  readonly currentPositions?: Partial<Record<string, readonly unknown[] | null>>;
};

export type PermType = 'read-only' | 'read-and-write';

/** An account while the server runs: whatever is assigned here holds from the next request on. */
export type LiveAccount = {
  readonly apiKey: string;
  readonly uid: string;
  secret: string;
  passphrase: string;
  family: Family;
  demo: boolean;
  /** null: what a read-only key of the account's family has. */
  permissions: readonly string[] | null;
  permType: PermType | null;
  ips: readonly string[];
  clientIp: string;
  accounts: Partial<Record<ProductType, readonly unknown[]>>;
  positions: Partial<Record<ProductType, readonly unknown[]>>;
  assets: unknown;
  currentPositions: Partial<Record<string, readonly unknown[] | null>>;
};

export const loopback = '127.0.0.1';

export function openAccount(spec: AccountSpec): LiveAccount {
  return {
    apiKey: spec.apiKey,
    uid: spec.uid,
    secret: spec.secret,
    passphrase: spec.passphrase,
    family: spec.family,
    demo: spec.demo ?? false,
    permissions: spec.permissions ?? null,
    permType: spec.permType ?? null,
    ips: spec.ips ?? [],
    clientIp: spec.clientIp ?? loopback,
    accounts: { ...spec.accounts },
    positions: { ...spec.positions },
    assets: spec.assets ?? emptyAssets,
    currentPositions: { ...spec.currentPositions },
  };
}

/** What the key may do, in the codes of its account's family. */
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
