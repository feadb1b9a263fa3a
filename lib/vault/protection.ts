import { isNumber, isRecord } from '../domain/core/guards.ts';
import { failed, ok, type Result } from '../domain/core/result.ts';
import { type Bytes, decrypt, type Encrypted, encrypt, importEncryptionKey } from './encryption.ts';

/** The protection of the vault, as the vault stores it. Without one, the vault is in device mode. */
export type Protection = { readonly version: 1; readonly mode: 'device' | 'session' } | Password;

/**
 * The parameters that derive the key from the password. `rounds` are the KDF's iterations. Only the right key decrypts
 * `check`, and the checksum `sum` distinguishes a corrupt record from a wrong password.
 */
export type Password = {
  readonly version: 1;
  readonly mode: 'password';
  readonly kdf: 'PBKDF2';
  readonly hash: 'SHA-256';
  readonly rounds: number;
  readonly salt: Bytes;
  readonly check: Encrypted;
  readonly sum: ArrayBuffer;
};

/** Why a password does not unlock the vault. */
export type UnlockError = 'wrong' | 'lost' | 'downgrade';

/** Rejects fewer iterations, even in a stored record (OWASP's figure for PBKDF2 with SHA-256). */
export const MIN_KDF_ITERATIONS = 600_000;
/** For new passwords. Takes about 0.25 s on two cores with SHA-256 instructions, and less than 1 s without. */
export const KDF_ITERATIONS = 1_800_000;
/** More would block the background for minutes, and no version of this extension writes as many. */
const MAX_KDF_ITERATIONS = 100_000_000;

const SALT_BYTES = 16;
const KEY_BITS = 256;
const CHECK = 'margin-glance';
const utf8 = new TextEncoder();

/** Returns the record of a new password with a new salt, and the 32 bytes of its key. */
export async function createPassword(
  password: string,
  rounds = KDF_ITERATIONS,
): Promise<{ protection: Password; bytes: Bytes }> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const parameters = { version: 1, mode: 'password', kdf: 'PBKDF2', hash: 'SHA-256', rounds, salt } as const;
  const bytes = await deriveKey(password, parameters);
  const check = await encrypt(await importEncryptionKey(bytes), CHECK, buildAdditionalData(parameters));
  return { protection: { ...parameters, check, sum: await computeChecksum({ ...parameters, check }) }, bytes };
}

/** Returns the 32 bytes of the key if the password is right. */
export async function openWithPassword(record: Password, password: string): Promise<Result<Bytes, UnlockError>> {
  if (record.rounds < MIN_KDF_ITERATIONS) return failed('downgrade');
  if (!areEqualBytes(new Uint8Array(await computeChecksum(record)), new Uint8Array(record.sum))) return failed('lost');
  const bytes = await deriveKey(password, record);
  const decrypted = await decrypt(await importEncryptionKey(bytes), record.check, buildAdditionalData(record));
  return decrypted === CHECK ? ok(bytes) : failed('wrong');
}

/** Whether a stored value is a password's record that this version supports. */
export function isPassword(found: unknown): found is Password {
  return (
    isRecord(found) &&
    found.version === 1 &&
    found.kdf === 'PBKDF2' &&
    found.hash === 'SHA-256' &&
    isNumber(found.rounds) &&
    found.rounds <= MAX_KDF_ITERATIONS &&
    ArrayBuffer.isView(found.salt) &&
    isRecord(found.check) &&
    found.mode === 'password'
  );
}

type KdfParameters = Omit<Password, 'check' | 'sum'>;

async function deriveKey(password: string, { kdf, hash, rounds, salt }: KdfParameters): Promise<Bytes> {
  // Keyboards encode one character in different ways.
  const normalized = utf8.encode(password.normalize('NFKC'));
  const key = await crypto.subtle.importKey('raw', normalized, kdf, false, ['deriveBits']);
  return new Uint8Array(await crypto.subtle.deriveBits({ name: kdf, hash, salt, iterations: rounds }, key, KEY_BITS));
}

function buildAdditionalData({ version, mode, kdf, hash, rounds, salt }: KdfParameters): string {
  return [version, mode, kdf, hash, rounds, salt].join('/');
}

async function computeChecksum(all: Omit<Password, 'sum'>): Promise<ArrayBuffer> {
  const text = [buildAdditionalData(all), all.check.iv, new Uint8Array(all.check.bytes)].join('/');
  return await crypto.subtle.digest('SHA-256', utf8.encode(text));
}

function areEqualBytes(a: Bytes, b: Bytes): boolean {
  return String(a) === String(b);
}
