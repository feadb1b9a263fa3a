/** The size limit of a response, in bytes after decompression. */
const MAX_BODY_BYTES = 1024 * 1024;
const UTF8 = new TextDecoder();

/** Returns the text of a body; undefined if it exceeds 1 MiB, in which case the rest is not downloaded. */
export async function readBody(response: Response): Promise<string | undefined> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  let bytes = new Uint8Array();
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const chunk = next.value;
    const end = size + chunk.byteLength;
    if (end > MAX_BODY_BYTES) {
      await reader.cancel();
      return undefined;
    }
    // A body usually arrives in one chunk, which needs no copy.
    if (end > bytes.byteLength) bytes = size === 0 ? chunk : growBuffer(bytes, end);
    bytes.set(chunk, size);
    size = end;
  }
  return UTF8.decode(bytes.subarray(0, size));
}

/** Grows geometrically, so that a drip-feeding server costs no more than others. */
function growBuffer(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(Math.max(size, bytes.byteLength * 2));
  grown.set(bytes);
  return grown;
}
