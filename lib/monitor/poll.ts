import { clock } from '../browser/clock.ts';
import { isHostGranted } from '../browser/grant.ts';
import * as items from '../browser/items.ts';
import { read, readAnyway, StoreError, write } from '../browser/store.ts';
import type { Failure } from '../domain/failure.ts';
import type { Readings } from '../domain/reading.ts';
import { SECOND } from '../domain/time.ts';
import { absorb } from './absorb.ts';
import { access, credentials } from './access.ts';
import { alone } from './belongings.ts';
import { createGate } from './gate.ts';
import { merge } from './merge.ts';
import { createPace } from './pace.ts';
import type { World } from './read.ts';
import { record } from './record.ts';
import { round } from './round.ts';

const ROUND = 25 * SECOND;
/** A round that hangs in the browser itself, in its storage for instance, is left to its fate after that. */
const HUNG = 28 * SECOND;
/** Causes that come together, an alarm and an opened popup for instance, make one round. */
const TOGETHER = SECOND;

const AT_ONCE = 2;

/** Held while a round is under way. */
export const ROUND_LOCK = 'round';

const pace = createPace(clock);
const gate = createGate(AT_ONCE);
let end = new AbortController();

/** The world of one round or check, with 25 s to live. */
export function world(): World {
  const deadline = clock.deadline(ROUND, end.signal).signal;
  return { fetch: (input, init) => fetch(input, init), clock, pace, gate, deadline };
}

/** Ends what is under way: nothing more is asked of Bitget. */
export function land(): void {
  end.abort();
  end = new AbortController();
}

/** Why nothing can be asked of Bitget at all; null when all is well. */
export async function obstacle(): Promise<Failure | null> {
  const opening = await access();
  if (!opening.ok) return opening.failure;
  if (!clock.online()) return { kind: 'offline' };
  return (await isHostGranted()) ? null : { kind: 'ungranted' };
}

/**
 * One round, unless one is under way or began less than `distance` ms ago; `asked` when the user wants it. What it
 * learned is written once, to the accounts as they are by then.
 */
export async function poll(asked: boolean, distance = TOGETHER): Promise<void> {
  await navigator.locks.request(ROUND_LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await turn(asked, distance);
  });
}

/** A round for what has changed everything, the password for instance: after one that is under way, however soon. */
export async function pollAnew(): Promise<void> {
  await navigator.locks.request(ROUND_LOCK, () => turn(true, 0));
}

async function turn(asked: boolean, distance: number): Promise<void> {
  const over = new AbortController();
  const flying = takeOff(asked, distance).finally(() => over.abort());
  await Promise.race([flying, clock.wait(HUNG, over.signal)]);
}

/** Nobody else flies meanwhile, so a flight without an end was killed with its worker, or hung. */
async function takeOff(asked: boolean, distance: number): Promise<void> {
  const last = await readAnyway(items.flight);
  const isKilled = last.endedAt === null;
  const startedAt = clock.now();
  const since = startedAt - last.startedAt;
  if (!isKilled && since >= 0 && since < distance) {
    if (asked) await write(items.flight, { ...last, endedAt: startedAt });
    return;
  }
  const begun = { startedAt, interrupted: last.interrupted + Number(isKilled), unstored: false };
  await write(items.flight, { ...begun, endedAt: null });
  const unstored = await fly(asked).then(() => false, isUnstored);
  await write(items.flight, { ...begun, endedAt: clock.now(), unstored });
}

async function fly(asked: boolean): Promise<void> {
  const startedAt = clock.now();
  const [accounts, readings, { period }] = await Promise.all([
    read(items.accounts),
    read(items.readings),
    read(items.settings),
  ]);
  const keep = (learned: Readings) => enter(readings, learned);
  const call = { asked, obstacle: await obstacle(), credentialsOf: credentials, keep };
  await record(await keep(await round({ accounts, readings, period }, call, world())), startedAt);
}

/** Writes what a round has learned, to the accounts as they are by now. */
async function enter(before: Readings, learned: Readings): Promise<Readings> {
  return await alone(async () => {
    const present = await read(items.accounts);
    return await absorb((now) => merge({ before, now }, learned, present));
  });
}

/**
 * A storage that cannot be used ends a round. That the browser did not take or give a value is told by the flight, what
 * is wrong with a stored value by the value itself; any other error is a mistake of ours.
 */
function isUnstored(error: unknown): boolean {
  if (error instanceof StoreError) return error.state === 'closed';
  throw error;
}
