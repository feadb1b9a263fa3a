/**
 * Runs while nobody else changes accounts, their credentials, or what was read of them, now and before: these are kept in several places, and
 * belong together.
 */
export async function alone<T>(work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request('belongings', work);
}
