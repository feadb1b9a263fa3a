/**
 * The locks (mutexes) that the background and the pages share. Code that holds several acquires them in this order, so
 * that there is no deadlock: password → round → accounts → alerts → item. Of two items, the readings come first.
 */
export const LOCKS = {
  password: 'password',
  round: 'round',
  accounts: 'accounts',
  alerts: 'alerts',
} as const;

/** Returns the name of the lock of one stored value. */
export function itemLock(key: string): string {
  return `store/${key}`;
}

/** Tries one password at a time, so that each attempt is counted. */
export async function withPasswordLock<T>(work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request(LOCKS.password, work);
}

/** Waits for the current round to end, and keeps the next from beginning. */
export async function withRoundLock<T>(work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request(LOCKS.round, work);
}

/** Does nothing while a round is in progress. */
export async function withFreeRoundLock(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(LOCKS.round, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}

/**
 * Serializes changes to accounts, credentials, readings and history. They live in separate stores and must stay
 * consistent.
 */
export async function withAccountsLock<T>(work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request(LOCKS.accounts, work);
}

/** Serializes stepping and delivering alerts, so that none is delivered twice. */
export async function withAlertsLock<T>(work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request(LOCKS.alerts, work);
}

/** Serializes reading, changing and writing one stored value. */
export async function withItemLock<T>(key: string, work: () => Promise<T>): Promise<T> {
  return await navigator.locks.request(itemLock(key), work);
}
