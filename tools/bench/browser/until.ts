/** Repeats a check every 20 ms until it returns a value. Throws after `within` ms. */
export async function until<T>(check: () => Promise<T | undefined | false>, what: string, within = 10_000): Promise<T> {
  const deadline = performance.now() + within;
  while (performance.now() < deadline) {
    const found = await check();
    if (found !== undefined && found !== false) return found;
    await pause(20);
  }
  throw new Error(`Not seen within ${within / 1000} s: ${what}`);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
