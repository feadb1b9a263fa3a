/** The most that is ever read of an answer, in bytes after decompression. */
const LIMIT = 1024 * 1024;
/** Room for an answer as they usually are. */
const USUAL = 16 * 1024;

/** The text of a body, or undefined when it is longer than 1 MiB; the rest is then not fetched. */
export async function readBody(response: Response): Promise<string | undefined> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  let bytes = new Uint8Array(USUAL);
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const start = size;
    size += next.value.byteLength;
    if (size > LIMIT) {
      await reader.cancel();
      return undefined;
    }
    if (size > bytes.byteLength) bytes = larger(bytes, size);
    bytes.set(next.value, start);
  }
  return new TextDecoder().decode(bytes.subarray(0, size));
}

/** Twice the room at least: whoever sends a byte at a time costs no more than others. */
function larger(bytes: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(Math.max(size, bytes.byteLength * 2));
  grown.set(bytes);
  return grown;
}
