import type { AccountResponse } from '../../bitget/account/account-response.ts';
import type { AccountContext, RequestContext } from '../../bitget/account/account-sender.ts';
import { readAccount } from '../../bitget/account/read-account.ts';
import type { ClockSkew } from '../../bitget/http/retry.ts';
import type { Account, AccountId, Credentials } from '../../domain/account/account.ts';
import type { Failure } from '../../domain/core/failure.ts';
import { failed, type Result } from '../../domain/core/result.ts';
import { SECOND } from '../../domain/core/time.ts';
import { ROUND_TIMEOUT_AT_RISK } from '../../domain/polling/poll-run.ts';
import {
  type AccountReading,
  getFamily,
  listFailures,
  listProducts,
  READY,
  type Readings,
  type Retry,
} from '../../domain/polling/reading.ts';
import { accountPace, fastestPace, findDangers, isAtRisk, NO_DANGER } from '../../domain/portfolio/account-danger.ts';
import { buildCards, type Portfolio } from '../../domain/portfolio/card.ts';
import { rankProducts, worstLastKnownLevel } from '../../domain/portfolio/risk-order.ts';
import { sortByUrgency } from './account-order.ts';
import { activeThrottles, isDue, isNetworkRefusal, type PollReason } from './backoff.ts';
import { forEachConcurrent } from './for-each-concurrent.ts';
import { createRoundContext } from './request-context.ts';
import { assessReading, updatePartialReading, updateReading } from './update-reading.ts';

export type RoundOptions = {
  readonly reason: PollReason;
  /** Why no request can be sent at all, such as no network; null when one can. */
  readonly blocker: Failure | null;
  readonly getCredentials: (id: AccountId) => Promise<Result<Credentials>>;
  /** Saves a throttle or a refusal at once, so that it survives if the worker is killed before the round ends. */
  readonly saveNow: (newReadings: Readings) => Promise<unknown>;
};

/** Reads all accounts that are due, riskiest first. Returns only the readings of the accounts that it read. */
export async function runRound(portfolio: Portfolio, options: RoundOptions, shared: RequestContext): Promise<Readings> {
  const { context, shortenDeadline, end } = createRoundContext(shared);
  const startedAt = context.clock.now();
  const { accounts, readings, settings } = portfolio;
  const cards = buildCards(portfolio, startedAt);
  const dangers = findDangers(cards, portfolio, startedAt);
  const getDanger = ({ id }: Account) => dangers.get(id) ?? NO_DANGER;
  const fastest = fastestPace(dangers, settings);
  const skew: ClockSkew = { offset: readings.clockOffset };
  const newReadings: Record<AccountId, AccountReading> = {};
  const due = accounts.filter((account) => {
    const pace = accountPace(getDanger(account), settings);
    return isAccountDue(account, readings, options.reason, { pace, fastest }, startedAt);
  });
  const readOne = async (account: Account): Promise<void> => {
    const danger = getDanger(account);
    const { clock } = context;
    // Only a failure delays the next request, so the period is the one after a failure.
    const period = accountPace({ ...danger, isUnread: true }, settings);
    const time = { period, isAtRisk: isAtRisk(danger), startedAt, clock };
    const ownCards = cards.filter((card) => card.account === account);
    const level = worstLastKnownLevel(ownCards);
    const assess = (updated: AccountReading) => {
      const assessed = assessReading(account, updated, readings, level, settings);
      if (assessed.isDueSoon) shortenDeadline();
      return assessed;
    };
    const save = (reading: AccountReading) =>
      options.saveNow({ clockOffset: skew.offset, accounts: { [account.id]: reading } });
    const response = await requestAccount(account, readings, options, skew, {
      ...context,
      priorities: rankProducts(ownCards),
      onProgress: async (answers) => {
        const partial = updatePartialReading(account, readings, answers, time);
        if (!partial) return;
        const { reading, isRise } = assess(partial);
        if (isRise) await save(reading);
      },
    });
    const { reading, isRise } = assess(updateReading(account, readings, response, time));
    newReadings[account.id] = reading;
    const isLast = Object.keys(newReadings).length === due.length;
    if ((isRise && !isLast) || isServerImposed(reading.retry)) await save(reading);
  };
  // While an account is read every few seconds, an account that never responds must not delay it.
  if (fastest * SECOND <= ROUND_TIMEOUT_AT_RISK + SECOND) shortenDeadline();
  await forEachConcurrent(sortByUrgency(due, cards, readings), readOne, context.deadline);
  end();
  return { clockOffset: skew.offset, accounts: newReadings };
}

/** A new or edited account is always due. */
function isAccountDue(
  account: Account,
  readings: Readings,
  reason: PollReason,
  { pace, fastest }: { readonly pace: number; readonly fastest: number },
  now: number,
): boolean {
  const known = readings.accounts[account.id];
  if (known?.revision !== account.revision) return true;
  // The alarms of an account in danger do not make the others due.
  if (reason === 'alarm' && pace > fastest && isRecent(known.askedAt, pace, now)) return false;
  return isDue(known.retry, reason, pace, now, listFailures(known).some(isNetworkRefusal));
}

/** Tolerance for timer drift. */
const TIMER_TOLERANCE = SECOND;

function isRecent(askedAt: number | undefined, pace: number, now: number): boolean {
  return askedAt !== undefined && now - askedAt < pace * SECOND - TIMER_TOLERANCE;
}

async function requestAccount(
  account: Account,
  readings: Readings,
  options: RoundOptions,
  skew: ClockSkew,
  context: RequestContext & Pick<AccountContext, 'priorities' | 'onProgress'>,
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
  if (options.blocker) return fail(options.blocker);
  const credentials = await options.getCredentials(account.id);
  if (!credentials.ok) return fail(credentials.failure);
  const { throttles } = readings.accounts[account.id]?.retry ?? READY;
  const active = activeThrottles(throttles, options.reason, context.clock.now());
  return await readAccount(account, credentials.value, { ...context, family, skew, throttles: active });
}

/** Bitget refused the key or throttled it, so a new worker must not forget it. */
function isServerImposed({ stopped, throttles }: Retry): boolean {
  return stopped || throttles !== undefined;
}
