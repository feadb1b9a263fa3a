const utf8 = new TextEncoder();
const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

/** Imports the secret as a key that can sign and never be read. Bitget signs with the UTF-8 bytes of the secret. */
export async function importSigningKey(secret: string): Promise<CryptoKey> {
  return await crypto.subtle.importKey('raw', utf8.encode(secret), HMAC, false, ['sign']);
}

/** Returns the signed text: `timestamp` in ms since the epoch, the method, and the path with the query as sent. */
export function buildPrehash(timestamp: number, target: string): string {
  return `${timestamp}GET${target}`;
}

/** Returns the HMAC-SHA256 in standard base64. Source: Bitget's API documentation, "Signature". */
export async function sign(key: CryptoKey, text: string): Promise<string> {
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(text)));
  return btoa(String.fromCharCode(...signature));
}
