import { isNumber, isRecord } from '../domain/core/guards.ts';
import { failed, ok, type Result } from '../domain/core/result.ts';
import { type Bytes, decrypt, type Encrypted, encrypt, importEncryptionKey } from './encryption.ts';

/** How the vault is kept, as it stands in the vault itself. Without one it is kept by the device. */
export type Protection = { readonly version: 1; readonly mode: 'device' | 'session' } | Password;

/**
 * All that it takes, beside the password, to make the key again: nothing is assumed that is not written here. `check`
 * opens under the right key alone; `sum` tells a damaged record from a wrong password.
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

/** Why a password does not open the vault. */
export type UnlockError = 'wrong' | 'lost' | 'downgrade';

/** Fewer are refused, whoever wrote them (OWASP's figure for PBKDF2 with SHA-256). */
export const MIN_KDF_ITERATIONS = 600_000;
/** For new passwords: about a quarter of a second on two cores that know SHA-256, less than one on two that do not. */
export const KDF_ITERATIONS = 1_800_000;
/** More would hold the background for minutes: no version of this extension writes as many. */
const MAX_KDF_ITERATIONS = 100_000_000;

const SALT_BYTES = 16;
const KEY_BITS = 256;
const CHECK = 'margin-glance';
const utf8 = new TextEncoder();

/** A new password with a salt of its own, and the 32 bytes of the key that it makes. */
export async function createPassword(
  password: string,
  rounds = KDF_ITERATIONS,
): Promise<{ keeping: Password; bytes: Bytes }> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const recipe = { version: 1, mode: 'password', kdf: 'PBKDF2', hash: 'SHA-256', rounds, salt } as const;
  const bytes = await deriveKey(password, recipe);
  const check = await encrypt(await importEncryptionKey(bytes), CHECK, buildAdditionalData(recipe));
  return { keeping: { ...recipe, check, sum: await computeChecksum({ ...recipe, check }) }, bytes };
}

/** The 32 bytes of the key, if this is the password. */
export async function openWithPassword(keeping: Password, password: string): Promise<Result<Bytes, UnlockError>> {
  if (keeping.rounds < MIN_KDF_ITERATIONS) return failed('downgrade');
  if (!areEqualBytes(new Uint8Array(await computeChecksum(keeping)), new Uint8Array(keeping.sum)))
    return failed('lost');
  const bytes = await deriveKey(password, keeping);
  const checked = await decrypt(await importEncryptionKey(bytes), keeping.check, buildAdditionalData(keeping));
  return checked === CHECK ? ok(bytes) : failed('wrong');
}

/** Whether what was found in the vault is a password of which this version knows what to do. */
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
  // One character can be typed in more than one way, and differently on another keyboard.
  const typed = utf8.encode(password.normalize('NFKC'));
  const key = await crypto.subtle.importKey('raw', typed, kdf, false, ['deriveBits']);
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
