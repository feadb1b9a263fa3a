import type { Bytes } from './encryption.ts';

/** `storage.session` holds JSON, which has no bytes. */
export function toBase64(...parts: readonly Bytes[]): string {
  return btoa(String.fromCharCode(...parts.flatMap((part) => [...part])));
}

export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
