import type { DBSchema, IDBPDatabase } from 'idb';
import { deleteDatabase } from '../browser/database/delete-database.ts';
import { withDatabase } from '../browser/database/with-database.ts';
import type { AccountId } from '../domain/account/account.ts';
import type { Failure, VaultProblem } from '../domain/core/failure.ts';
import { failed, type Result } from '../domain/core/result.ts';
import type { Encrypted } from './encryption.ts';
import type { Protection } from './protection.ts';

export type VaultRecord = {
  readonly version: 1;
  /** In device mode, the secret as a key that can sign and never be read. In other modes `sealed` holds the secret. */
  readonly signing?: CryptoKey;
  readonly sealed: Encrypted;
};

interface VaultSchema extends DBSchema {
  keys: { key: 'seal' | 'keeping'; value: CryptoKey | Protection };
  records: { key: AccountId; value: VaultRecord };
}
export type Vault = IDBPDatabase<VaultSchema>;

/** Opens the vault's database for one use; fails with `closed` if the browser cannot open it. */
export async function withVault<T>(work: (vault: Vault) => Promise<Result<T>>): Promise<Result<T>> {
  return await withDatabase<VaultSchema, Result<T>>(
    'vault',
    ['keys', 'records'],
    work,
    failed(describeVaultProblem('closed')),
  );
}

/** Deletes all credentials with the keys that encrypt them; false if the browser rejects it. */
export async function deleteVault(): Promise<boolean> {
  return await deleteDatabase('vault');
}

export function describeVaultProblem(problem: VaultProblem): Failure {
  return { kind: 'vault', problem };
}
