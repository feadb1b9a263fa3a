import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { AccountId } from '../domain/account.ts';
import type { Failure, VaultProblem } from '../domain/failure.ts';
import { failed, type Result } from '../domain/result.ts';
import type { Keeping } from './keeping.ts';
import type { Sealed } from './seal.ts';

export type VaultRecord = {
  readonly version: 1;
  /** In device mode the secret, which can sign and not be read; otherwise the secret is inside `sealed`. */
  readonly signing?: CryptoKey;
  readonly sealed: Sealed;
};

type VaultSchema = DBSchema & {
  keys: { key: 'seal' | 'keeping'; value: CryptoKey | Keeping };
  records: { key: AccountId; value: VaultRecord };
};
export type Vault = IDBPDatabase<VaultSchema>;

const VERSION = 1;
const NAME = 'vault';

/** Opens the vault's database for one use; `closed` when the browser does not. */
export async function withVault<T>(use: (vault: Vault) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    const vault = await openDB<VaultSchema>(NAME, VERSION, {
      upgrade: (database) => {
        database.createObjectStore('keys');
        database.createObjectStore('records');
      },
    });
    try {
      return await use(vault);
    } finally {
      vault.close();
    }
  } catch (error) {
    // IndexedDB reports a full disk, a damaged profile or a private window by DOMException alone.
    if (error instanceof DOMException) return failed(trouble('closed'));
    throw error;
  }
}

export function trouble(problem: VaultProblem): Failure {
  return { kind: 'vault', problem };
}
