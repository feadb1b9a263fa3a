import type { Account, Credentials } from '../../domain/account/account.ts';
import type { Family } from '../../domain/core/failure.ts';
import { failed } from '../../domain/core/result.ts';
import type { Network } from '../http/client.ts';
import type { ConcurrencyLimiter } from '../http/concurrency-limiter.ts';
import type { RateLimiter } from '../http/rate-limiter.ts';
import { type RetryBudget, requestWithRetry } from '../http/retry.ts';
import type { AccountResponse, SendRequest } from './account-response.ts';
import { readClassic } from './read-classic.ts';
import { readUnified } from './read-unified.ts';

/** What reading takes: the network with its clock, the spacing of calls, and how many may be under way. */
export type RequestContext = Network & { readonly pace: RateLimiter; readonly gate: ConcurrencyLimiter };

/** Reads an account as the family that it was last seen to be, or, if Bitget says that it is the other, as that one. */
export async function readAccount(account: Account, family: Family, ask: SendRequest): Promise<AccountResponse> {
  const first = await readFamily(family, account, ask);
  const [answer] = first.answers.values();
  if (!answer || answer.margin.ok || answer.margin.failure.kind !== 'family') return first;
  const other = answer.margin.failure.family;
  return other === family ? first : await readFamily(other, account, ask);
}

/** How an account is asked: signed, spaced, at most so many at once with all others, one retry in all. */
export function createSender(
  account: Account,
  credentials: Credentials,
  effort: RetryBudget,
  world: RequestContext,
): SendRequest {
  return async (request) => {
    const leave = await world.pace(credentials.apiKey, request.endpoint, world.deadline);
    return await world.gate(async () => {
      if (world.deadline.aborted) return failed({ kind: 'timeout' } as const);
      leave();
      return await requestWithRetry(request, { credentials, demo: account.demo }, world, effort);
    });
  };
}

async function readFamily(family: Family, account: Account, ask: SendRequest): Promise<AccountResponse> {
  const answers = family === 'unified' ? await readUnified(ask) : await readClassic(account, ask);
  return { family, answers };
}
