/** The most that is ever read of an answer, in bytes after decompression. */
const LIMIT = 1024 * 1024;

/** The text of a body, or undefined when it is longer than 1 MiB; the rest is then not fetched. */
export async function readBody(response: Response): Promise<string | undefined> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > LIMIT) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(next.value, { stream: true });
  }
  return text + decoder.decode();
}
