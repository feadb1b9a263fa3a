import type { AccountId } from '../domain/account/account.ts';
import { isRecord, isText } from '../domain/core/guards.ts';
import type { VaultMode } from '../domain/vault/lock.ts';
import { fromBase64, toBase64 } from './base64.ts';
import type { VaultRecord } from './database.ts';
import { decrypt, encrypt } from './encryption.ts';

/** What opens an account. The device keeps the secret as a key that signs, the other modes as sealed text. */
export type VaultEntry = { readonly apiKey: string; readonly passphrase: string; readonly secret: CryptoKey | string };

const VERSION = 1;
const IV_BYTES = 12;

/** Seals an entry; its version, the mode and the account are authenticated with it. */
export async function toRecord(
  key: CryptoKey,
  mode: VaultMode,
  id: AccountId,
  entry: VaultEntry,
): Promise<VaultRecord> {
  const { apiKey, passphrase, secret } = entry;
  const isKey = typeof secret !== 'string';
  if (isKey !== (mode === 'device')) throw new TypeError(`${mode} mode does not keep such a secret`);
  const sealed = await encrypt(
    key,
    JSON.stringify([apiKey, passphrase, ...(isKey ? [] : [secret])]),
    buildAdditionalData(mode, id),
  );
  return { version: VERSION, sealed, ...(isKey && { signing: secret }) };
}

/** The entry, or undefined when it is not the one that was sealed. */
export async function fromRecord(
  key: CryptoKey,
  mode: VaultMode,
  id: AccountId,
  { signing, sealed }: VaultRecord,
): Promise<VaultEntry | undefined> {
  const text = await decrypt(key, sealed, buildAdditionalData(mode, id));
  if (text === undefined) return undefined;
  const value: unknown = JSON.parse(text);
  const [apiKey, passphrase, kept] = Array.isArray(value) ? value : [];
  const secret = mode === 'device' ? signing : kept;
  return isText(apiKey) && isText(passphrase) && (isText(secret) || isSigning(secret))
    ? { apiKey, passphrase, secret }
    : undefined;
}

/** A record without a key object as a text. */
export function toText({ sealed: { iv, bytes } }: VaultRecord): string {
  return toBase64(iv, new Uint8Array(bytes));
}

export function fromText(text: string): VaultRecord {
  const all = fromBase64(text);
  return { version: VERSION, sealed: { iv: all.slice(0, IV_BYTES), bytes: all.slice(IV_BYTES).buffer } };
}

function isSigning(value: unknown): value is CryptoKey {
  return isRecord(value) && value.type === 'secret';
}

/** What a record is bound to: moved to another account, mode or version it does not open. */
function buildAdditionalData(mode: VaultMode, id: AccountId): string {
  return mode === 'device' ? `${VERSION}/${id}` : `${VERSION}/${mode}/${id}`;
}
