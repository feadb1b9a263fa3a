/** The most that is ever read of an answer, in bytes after decompression. */
const MAX_BODY_BYTES = 1024 * 1024;
const UTF8 = new TextDecoder();

/** The text of a body, or undefined when it is longer than 1 MiB; the rest is then not fetched. */
export async function readBody(response: Response): Promise<string | undefined> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  let bytes = new Uint8Array();
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const piece = next.value;
    const end = size + piece.byteLength;
    if (end > MAX_BODY_BYTES) {
      await reader.cancel();
      return undefined;
    }
    // An answer usually comes in one piece, which is read as it is.
    if (end > bytes.byteLength) bytes = size === 0 ? piece : growBuffer(bytes, end);
    bytes.set(piece, size);
    size = end;
  }
  return UTF8.decode(bytes.subarray(0, size));
}

/** Twice the room at least: whoever sends a byte at a time costs no more than others. */
function growBuffer(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(Math.max(size, bytes.byteLength * 2));
  grown.set(bytes);
  return grown;
}
