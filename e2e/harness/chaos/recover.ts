import type { Browser } from 'wxt/browser';
import type { Simulator } from '../../../simulator/index.ts';
import type { BrowserUnderTest } from '../browser.ts';
import { until } from '../until.ts';
import type { Heard, Messages } from './messages.ts';
import { mood } from './seed.ts';
import { type State, stateOf } from './state.ts';
import type { Count } from './tally.ts';

/** In the background, where the function given to `inBackground` runs. */
declare const chrome: typeof Browser;

/** How far back something is looked for that the kill may have cut short, in ms. */
const RECENT = 30_000;
/** What is done at once is done by then. */
const QUICK = 1_000;
/** Causes that come this close to a round are part of it. */
const TOGETHER = 1_000;

/** When the harness last caused a round, in ms: as the user does, who passes by our own patience, and in any other way. */
export type Caused = { byUser: number; otherwise: number };

/** What a page says that ends in a round; each is the user's. */
const CAUSES: ReadonlySet<unknown> = new Set(['refresh', 'import', 'unlock', 'lock', 'rekey']);

/** What else a page may say: it is done at once, and does no harm when it is done twice. A refresh is a cause of a round. */
const AT_ONCE: ReadonlySet<unknown> = new Set(['remove', 'order', 'snooze', 'eraseLog', 'import', 'lock']);

/**
 * After a kill: what was lost with the background is asked for once more, as a person presses a button again and as the
 * next alarm begins the next round; what it had asked of the exchange in vain is forgotten when it is asked again. What
 * is recent is so before the killing began, which may take long.
 */
export async function recover(
  browser: BrowserUnderTest,
  simulator: Simulator,
  messages: Messages,
  caused: Readonly<Caused>,
  killedAt: number,
): Promise<Omit<Count, 'kills'>> {
  const diedAt = Date.now();
  // A worker that an event starts while it stops may die a second time.
  const state = await until(() => stateOf(browser), { what: 'what was left behind' });
  // What was sent later has woken the next background, which does it.
  const sent = (await messages.since(killedAt - RECENT)).filter(({ at }) => at <= diedAt);
  const lost = sent.filter((each) => isLost(each, state, killedAt));
  const causes = sent.filter(({ message }) => CAUSES.has(message.type)).map(({ at }) => at);
  const byUser = Math.max(caused.byUser, ...causes);
  const otherwise = Math.max(caused.otherwise, state.rang);
  const cause = Math.max(byUser, otherwise);
  const isUnbegun = killedAt - cause < 2 * QUICK && cause - state.startedAt > TOGETHER && cause > mood.restedAt;
  const isFlying = state.endedAt === null;
  const since = Math.min(...(isFlying ? [state.startedAt] : []), ...lost.map(({ at }) => at));
  simulator.expectAgain(
    ({ at }) => at >= since,
    () => mood.restedAt > diedAt,
  );
  if (state.isTrying) await until(() => browser.inBackground(forgetTry), { what: 'the try is forgotten' });
  for (const each of lost) await sendAgain(each, state);
  if (isFlying || isUnbegun) await begin(browser, state, byUser > otherwise);
  return { rounds: Number(isFlying), commands: lost.length };
}

/**
 * A try of a password that was cut short counts as a wrong one, and five of these make a wait: it is forgotten like what
 * was asked of the exchange. Runs in the background.
 */
async function forgetTry(): Promise<true> {
  const { lock } = await chrome.storage.local.get<{ lock: { v: number; value: { wrong: number } } }>('lock');
  const value = { ...lock.value, wrong: Math.max(0, lock.value.wrong - 1), notBefore: 0, last: 'none' };
  await chrome.storage.local.set({ lock: { ...lock, value } });
  return true;
}

/**
 * The next alarm, or the user's next wish where the last was the user's, and the round that it begins; none begins where
 * a test itself holds its place.
 */
async function begin(browser: BrowserUnderTest, { startedAt }: State, asUser: boolean): Promise<void> {
  const isTaken = async () => ((await navigator.locks.query()).held ?? []).some(({ name }) => name === 'round');
  await (asUser ? browser.command('refresh') : browser.ring());
  await until(async () => (await stateOf(browser)).startedAt !== startedAt || (await browser.inBackground(isTaken)), {
    what: 'a round begins',
  });
}

function isLost({ at, message }: Heard, state: State, killedAt: number): boolean {
  switch (message.type) {
    case 'save':
    case 'check':
      return !(String(message.request) in state.outcomes);
    case 'rekey':
      return message.request !== state.rekeyed;
    case 'unlock':
      return killedAt - at < 2 * QUICK ? state.lock.triedAt < at || state.isTrying : state.isTrying;
    // A second time it would begin to count anew.
    case 'lockAfter':
      return killedAt - at < QUICK && message.minutes !== state.lock.lockAfter;
    default:
      return AT_ONCE.has(message.type) && killedAt - at < QUICK;
  }
}

/** An account that was saved, though nobody was told, is checked instead: saved again it would be there twice. */
async function sendAgain({ message, page }: Heard, state: State): Promise<void> {
  const { id, label } = (message.draft ?? {}) as { id?: string | null; label?: string };
  const twin = message.type === 'save' && id === null && state.accounts.find((each) => each.label === label);
  const again = twin ? { type: 'check', request: message.request, account: twin.id } : message;
  await page.evaluate(
    (told) =>
      (globalThis as unknown as { sendAgain(message: object): Promise<unknown> }).sendAgain(told).then(String, String),
    JSON.parse(JSON.stringify(again)) as object,
  );
}
