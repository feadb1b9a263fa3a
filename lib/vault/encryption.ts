const utf8 = new TextEncoder();
const IV_BYTES = 12;

/** AES-GCM ciphertext with its initialization vector. */
export type Encrypted = { readonly iv: Bytes; readonly bytes: ArrayBuffer };
export type Bytes = Uint8Array<ArrayBuffer>;

/** Generates a key that can encrypt and decrypt and never be read. */
export async function generateEncryptionKey(): Promise<CryptoKey> {
  return await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Imports 32 bytes as a key that can encrypt and decrypt and never be read. */
export async function importEncryptionKey(bytes: Bytes): Promise<CryptoKey> {
  return await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Encrypts `text` with a new vector. `additionalData` is authenticated, and decryption needs the same. */
export async function encrypt(key: CryptoKey, text: string, additionalData: string): Promise<Encrypted> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  return { iv, bytes: await crypto.subtle.encrypt(buildParams(iv, additionalData), key, utf8.encode(text)) };
}

/** Returns the text; undefined if the key, `additionalData` or any bit differs. */
export async function decrypt(key: CryptoKey, sealed: Encrypted, additionalData: string): Promise<string | undefined> {
  try {
    const bytes = await crypto.subtle.decrypt(buildParams(sealed.iv, additionalData), key, sealed.bytes);
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

function buildParams(iv: Bytes, additionalData: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8.encode(additionalData) };
}
