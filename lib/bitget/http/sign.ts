const utf8 = new TextEncoder();
const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

/** The secret as a key that code can sign with and never read back; Bitget takes the secret's UTF-8 bytes as they are. */
export async function importSigningKey(secret: string): Promise<CryptoKey> {
  return await crypto.subtle.importKey('raw', utf8.encode(secret), HMAC, false, ['sign']);
}

/** What is signed: `timestamp` in ms since the epoch, the method, and the path with its query as they are sent. */
export function buildPrehash(timestamp: number, target: string): string {
  return `${timestamp}GET${target}`;
}

/** The standard base64 of HMAC-SHA256. Source: Bitget's API documentation, "Signature". */
export async function sign(key: CryptoKey, text: string): Promise<string> {
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(text)));
  return btoa(String.fromCharCode(...signature));
}
