import type { AccountId } from '../domain/account/account.ts';
import { isRecord, isText } from '../domain/core/guards.ts';
import type { VaultMode } from '../domain/vault/lock.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { VaultRecord } from './database.ts';
import { decrypt, encrypt } from './encryption.ts';

/** The credentials of one account. In device mode the secret is a key that signs, in other modes it is text. */
export type VaultEntry = { readonly apiKey: string; readonly passphrase: string; readonly secret: CryptoKey | string };

const VERSION = 1;
const IV_BYTES = 12;

/** Encrypts an entry. The version, the mode and the account are authenticated with it. */
export async function toRecord(
  key: CryptoKey,
  mode: VaultMode,
  id: AccountId,
  entry: VaultEntry,
): Promise<VaultRecord> {
  const { apiKey, passphrase, secret } = entry;
  const isKey = typeof secret !== 'string';
  if (isKey !== (mode === 'device')) throw new TypeError(`${mode} mode does not store this kind of secret`);
  const sealed = await encrypt(
    key,
    JSON.stringify([apiKey, passphrase, ...(isKey ? [] : [secret])]),
    buildAdditionalData(mode, id),
  );
  return { version: VERSION, sealed, ...(isKey && { signing: secret }) };
}

/** Decrypts an entry; undefined if the record is corrupt or belongs to another account, mode or key. */
export async function fromRecord(
  key: CryptoKey,
  mode: VaultMode,
  id: AccountId,
  { signing, sealed }: VaultRecord,
): Promise<VaultEntry | undefined> {
  const text = await decrypt(key, sealed, buildAdditionalData(mode, id));
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  const [apiKey, passphrase, storedSecret] = Array.isArray(value) ? value : [];
  const secret = mode === 'device' ? signing : storedSecret;
  return isText(apiKey) && isText(passphrase) && (isText(secret) || isSigningKey(secret))
    ? { apiKey, passphrase, secret }
    : undefined;
}

/** Converts a record without a `CryptoKey` to text. */
export function toText({ sealed: { iv, bytes } }: VaultRecord): string {
  return toBase64(iv, new Uint8Array(bytes));
}

export function fromText(text: string): VaultRecord {
  const ivAndBytes = fromBase64(text);
  return { version: VERSION, sealed: { iv: ivAndBytes.slice(0, IV_BYTES), bytes: ivAndBytes.slice(IV_BYTES).buffer } };
}

function isSigningKey(value: unknown): value is CryptoKey {
  return isRecord(value) && value.type === 'secret';
}

/** Binds a record to its account, mode and version: decryption fails for any other. */
function buildAdditionalData(mode: VaultMode, id: AccountId): string {
  return mode === 'device' ? `${VERSION}/${id}` : `${VERSION}/${mode}/${id}`;
}
