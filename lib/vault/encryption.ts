const utf8 = new TextEncoder();
const IV_BYTES = 12;

/** Ciphertext of AES-GCM with the initialisation vector it was made with. */
export type Encrypted = { readonly iv: Bytes; readonly bytes: ArrayBuffer };
export type Bytes = Uint8Array<ArrayBuffer>;

/** A new key that encrypts and decrypts and can never be read. */
export async function generateEncryptionKey(): Promise<CryptoKey> {
  return await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** The same of 32 bytes that are known. */
export async function importEncryptionKey(bytes: Bytes): Promise<CryptoKey> {
  return await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Encrypts `text` under a fresh vector; `binding` is authenticated with it and must be the same to open it. */
export async function encrypt(key: CryptoKey, text: string, binding: string): Promise<Encrypted> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  return { iv, bytes: await crypto.subtle.encrypt(algorithm(iv, binding), key, utf8.encode(text)) };
}

/** The text, or undefined when key, binding or a single bit is not what it was. */
export async function decrypt(key: CryptoKey, sealed: Encrypted, binding: string): Promise<string | undefined> {
  try {
    const bytes = await crypto.subtle.decrypt(algorithm(sealed.iv, binding), key, sealed.bytes);
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

function algorithm(iv: Bytes, binding: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8.encode(binding) };
}
