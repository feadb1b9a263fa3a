import type { Browser } from 'wxt/browser';
import type { BrowserUnderTest } from '../browser.ts';

declare const chrome: typeof Browser;

/** What a background that was killed has left behind; what a test has damaged counts as nothing. */
export type State = {
  /** Of the last round, in ms; `endedAt` null when it was cut short. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** When the alarm rang last. */
  readonly rang: number;
  readonly outcomes: Readonly<Record<string, unknown>>;
  readonly rekeyed: string | null;
  readonly lock: { readonly triedAt: number; readonly lockAfter: number };
  /** A password was being tried. */
  readonly isTrying: boolean;
  readonly accounts: readonly { readonly id: string; readonly label: string }[];
};

type Lock = { readonly last?: string; readonly triedAt?: number; readonly lockAfter?: number };

export async function stateOf(browser: BrowserUnderTest): Promise<State> {
  const [local, session] = await Promise.all([browser.storage('local'), browser.storage('session')]);
  const rang = await browser.inBackground(async () => {
    const found = await chrome.alarms.get('poll');
    const last = found ? found.scheduledTime - (found.periodInMinutes ?? 0) * 60_000 : 0;
    // One that a test has put off has not rung.
    return last > Date.now() ? 0 : last;
  });
  const value = (area: Record<string, unknown>, key: string) => (area[key] as { value?: never } | undefined)?.value;
  const { startedAt = 0, endedAt = 0 } = value(session, 'flight') ?? {};
  const { last, triedAt = 0, lockAfter = 0 }: Lock = value(local, 'lock') ?? {};
  const accounts: unknown = value(local, 'accounts');
  return {
    startedAt,
    endedAt,
    rang,
    outcomes: value(session, 'outcomes') ?? {},
    rekeyed: (value(session, 'rekeyed') as { request?: string } | undefined)?.request ?? null,
    lock: { triedAt, lockAfter },
    isTrying: last === 'trying',
    accounts: Array.isArray(accounts) ? accounts : [],
  };
}
