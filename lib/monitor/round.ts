import type { Account, AccountId, Credentials } from '../domain/account.ts';
import type { Failure } from '../domain/failure.ts';
import { type AccountReading, familyOf, productsOf, type Readings } from '../domain/reading.ts';
import type { Result } from '../domain/result.ts';
import { type AccountAnswers, failAll } from './answer.ts';
import type { Effort } from './attempt.ts';
import { isDue } from './backoff.ts';
import { learn } from './learn.ts';
import { askFor, readAccount, type World } from './read.ts';

/** What a round starts from; `period` is in seconds. */
export type Before = { readonly accounts: readonly Account[]; readonly readings: Readings; readonly period: number };

/** How a round is asked for, and what it may not do without. */
export type Call = {
  /** The user asked for it. */
  readonly asked: boolean;
  /** Why nothing can be asked at all, offline for instance; null when all is well. */
  readonly obstacle: Failure | null;
  readonly credentialsOf: (id: AccountId) => Promise<Result<Credentials>>;
};

const RETRIES = 1;
/** Accounts in hand at once: enough to fill each other's pauses, few enough that each that was begun is finished. */
const LANES = 8;

/** One round over all accounts that are due. Returns what was learned, and nothing of the accounts that were left alone. */
export async function round(before: Before, call: Call, world: World): Promise<Readings> {
  const { readings, period } = before;
  const startedAt = world.clock.now();
  const learned: Record<AccountId, AccountReading> = {};
  let { clockOffset } = readings;
  const due = before.accounts.filter((account) => {
    const known = readings.accounts[account.id];
    return known?.revision !== account.revision || isDue(known.retry, call.asked, startedAt);
  });
  const readOne = async (account: Account): Promise<void> => {
    const effort: Effort = { retries: RETRIES, clockOffset };
    const answers = await answersOf(account, readings, call, effort, world);
    if (effort.clockOffset !== readings.clockOffset) clockOffset = effort.clockOffset;
    learned[account.id] = learn(account, readings, answers, { period, startedAt, clock: world.clock });
  };
  await inLanes(due.toSorted(byAge(readings)), readOne, world.deadline);
  return { clockOffset, accounts: learned };
}

/** What is known after a round: for each account that is still there unedited what was learned, or else what was known. */
export function merge(known: Readings, learned: Readings, accounts: readonly Account[]): Readings {
  const entries = accounts.flatMap(({ id, revision }) => {
    const news = learned.accounts[id];
    const reading = news?.revision === revision ? news : known.accounts[id];
    return reading ? [[id, reading] as const] : [];
  });
  return { clockOffset: learned.clockOffset, accounts: Object.fromEntries(entries) };
}

/** The longest unread first, so that a round that ends before all were read goes on with the others next time. */
function byAge({ accounts }: Readings) {
  const readAt = ({ id }: Account) =>
    Math.max(0, ...Object.values(accounts[id]?.margin ?? {}).map((each) => ('at' in each ? each.at : 0)));
  return (a: Account, b: Account) => readAt(a) - readAt(b);
}

/** Works through the list in order, some at once; when the time is up what was not begun is left as it was. */
async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>, deadline: AbortSignal): Promise<void> {
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined && !deadline.aborted; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

async function answersOf(
  account: Account,
  readings: Readings,
  call: Call,
  effort: Effort,
  world: World,
): Promise<AccountAnswers> {
  const family = familyOf(readings, account);
  const fail = (failure: Failure) => ({ family, answers: failAll(productsOf(readings, account), failure) });
  if (call.obstacle) return fail(call.obstacle);
  const credentials = await call.credentialsOf(account.id);
  if (!credentials.ok) return fail(credentials.failure);
  return await readAccount(account, family, askFor(account, credentials.value, effort, world));
}
