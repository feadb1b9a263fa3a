import type { Account, Credentials } from '../../domain/account/account.ts';
import { type KeyInfo, NO_KEY_INFO } from '../../domain/account/key-info.ts';
import type { Family } from '../../domain/core/failure.ts';
import { ok, type Result } from '../../domain/core/result.ts';
import { createSender, type RequestContext, type SendRequest } from '../http/create-sender.ts';
import { keyInfoRequest } from '../http/endpoints.ts';
import type { ClockSkew } from '../http/retry.ts';
import { parseClassicKeyInfo, parseUnifiedKeyInfo } from '../parse/key-info.ts';
import type { AccountResponse } from './account-response.ts';
import { readClassic } from './read-classic.ts';
import { readUnified } from './read-unified.ts';

/** The shared limits, and what is already known: the family of the account's last reading, and the clock skew. */
export type AccountContext = RequestContext & { readonly family: Family; readonly skew: ClockSkew };

/** The retries of all requests for one account together. */
const MAX_RETRIES = 1;

/** Reads one account. Tries the known family first, and the other one if Bitget names it. */
export async function readAccount(
  account: Account,
  credentials: Credentials,
  context: AccountContext,
): Promise<AccountResponse> {
  return await readEitherFamily(account, context.family, createAccountSender(account, credentials, context));
}

/**
 * An account's responses and the facts of its key. `key` is the first failure if Bitget accepted no product.
 * `throttledUntil` is the last deadline that Bitget set in ms, 0 if it set none.
 */
export type CheckResponse = {
  readonly read: AccountResponse;
  readonly key: Result<KeyInfo>;
  readonly throttledUntil: number;
};

/** Reads one account and then, if Bitget accepted a product, the permissions of the key, which Bitget may withhold. */
export async function readAccountWithKey(
  account: Account,
  credentials: Credentials,
  context: AccountContext,
): Promise<CheckResponse> {
  let throttledUntil = 0;
  const send = createAccountSender(account, credentials, context);
  const sendAndTrack: SendRequest = async (request) => {
    const response = await send(request);
    if (!response.ok && response.failure.kind === 'throttled') throttledUntil = response.failure.until;
    return response;
  };
  const read = await readEitherFamily(account, context.family, sendAndTrack);
  const results = [...read.answers.values()].map(({ margin }) => margin);
  const [first] = results;
  const isRefused = first && !first.ok && !results.some((result) => result.ok);
  const key = isRefused ? first : ok(await readKeyInfo(read.family, sendAndTrack));
  return { read, key, throttledUntil };
}

function createAccountSender(
  { demo }: Account,
  credentials: Credentials,
  { skew, ...context }: AccountContext,
): SendRequest {
  return createSender({ credentials, demo }, { retries: MAX_RETRIES, skew }, context);
}

async function readEitherFamily(account: Account, family: Family, send: SendRequest): Promise<AccountResponse> {
  const response = await readFamily(family, account, send);
  const [first] = response.answers.values();
  if (!first || first.margin.ok || first.margin.failure.kind !== 'family') return response;
  const other = first.margin.failure.family;
  return other === family ? response : await readFamily(other, account, send);
}

async function readFamily(family: Family, account: Account, send: SendRequest): Promise<AccountResponse> {
  return { family, answers: family === 'unified' ? await readUnified(send) : await readClassic(account, send) };
}

async function readKeyInfo(family: Family, send: SendRequest): Promise<KeyInfo> {
  const response = await send(keyInfoRequest(family));
  if (!response.ok) return NO_KEY_INFO;
  return family === 'unified' ? parseUnifiedKeyInfo(response.value) : parseClassicKeyInfo(response.value);
}
