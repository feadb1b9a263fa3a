import type { AccountResponse } from '../../bitget/account/account-response.ts';
import { readAccount } from '../../bitget/account/read-account.ts';
import type { RequestContext } from '../../bitget/http/create-sender.ts';
import type { ClockSkew } from '../../bitget/http/retry.ts';
import type { Account, AccountId, Credentials } from '../../domain/account/account.ts';
import type { Failure } from '../../domain/core/failure.ts';
import { failed, type Result } from '../../domain/core/result.ts';
import {
  type AccountReading,
  getFamily,
  listProducts,
  type Readings,
  type Retry,
} from '../../domain/polling/reading.ts';
import { isDue } from './backoff.ts';
import { updateReading } from './update-reading.ts';

/** What a round starts from; `period` is in seconds. */
export type RoundInput = {
  readonly accounts: readonly Account[];
  readonly readings: Readings;
  readonly period: number;
};

/** How a round is asked for, and what it may not do without. */
export type RoundOptions = {
  /** The user asked for it. */
  readonly asked: boolean;
  /** Why nothing can be asked at all, offline for instance; null when all is well. */
  readonly obstacle: Failure | null;
  readonly credentialsOf: (id: AccountId) => Promise<Result<Credentials>>;
  /** Keeps at once what must not be forgotten if the worker is killed before the round ends. */
  readonly keep: (learned: Readings) => Promise<unknown>;
};

/** Accounts in hand at once: enough to fill each other's pauses, few enough that each that was begun is finished. */
const MAX_PARALLEL_ACCOUNTS = 8;

/** One round over all accounts that are due. Returns what was learned, and nothing of the accounts that were left alone. */
export async function runRound(before: RoundInput, call: RoundOptions, world: RequestContext): Promise<Readings> {
  const { readings, period } = before;
  const startedAt = world.clock.now();
  const learned: Record<AccountId, AccountReading> = {};
  const skew: ClockSkew = { offset: readings.clockOffset };
  const due = before.accounts.filter((account) => {
    const known = readings.accounts[account.id];
    return known?.revision !== account.revision || isDue(known.retry, call.asked, period, startedAt);
  });
  const readOne = async (account: Account): Promise<void> => {
    const answers = await requestAccount(account, readings, call, skew, world);
    const reading = updateReading(account, readings, answers, { period, startedAt, clock: world.clock });
    learned[account.id] = reading;
    if (isServerImposed(reading.retry))
      await call.keep({ clockOffset: skew.offset, accounts: { [account.id]: reading } });
  };
  await mapConcurrent(due.toSorted(compareByAge(readings)), readOne, world.deadline);
  return { clockOffset: skew.offset, accounts: learned };
}

/** Bitget's own word to leave an account alone. */
function isServerImposed({ stopped, throttledUntil }: Retry): boolean {
  return stopped || throttledUntil > 0;
}

/** The longest unread first, so that a round that ends before all were read goes on with the others next time. */
function compareByAge({ accounts }: Readings) {
  const readAt = ({ id }: Account) =>
    Math.max(0, ...Object.values(accounts[id]?.margin ?? {}).map((each) => ('at' in each ? each.at : 0)));
  return (a: Account, b: Account) => readAt(a) - readAt(b);
}

/** Works through the list in order, some at once; when the time is up what was not begun is left as it was. */
async function mapConcurrent<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  deadline: AbortSignal,
): Promise<void> {
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined && !deadline.aborted; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: MAX_PARALLEL_ACCOUNTS }, lane));
}

async function requestAccount(
  account: Account,
  readings: Readings,
  call: RoundOptions,
  skew: ClockSkew,
  world: RequestContext,
): Promise<AccountResponse> {
  const family = getFamily(readings, account);
  const fail = (failure: Failure): AccountResponse => ({
    family,
    answers: new Map(
      listProducts(readings, account).map((product) => [
        product,
        { margin: failed(failure), positions: failed(failure) },
      ]),
    ),
  });
  if (call.obstacle) return fail(call.obstacle);
  const credentials = await call.credentialsOf(account.id);
  if (!credentials.ok) return fail(credentials.failure);
  return await readAccount(account, credentials.value, { ...world, family, skew });
}
