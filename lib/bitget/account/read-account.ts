import type { Account, Credentials } from '../../domain/account/account.ts';
import { type KeyInfo, NO_KEY_INFO } from '../../domain/account/key-info.ts';
import { affectsAllProducts, type Family } from '../../domain/core/failure.ts';
import { ok, type Result } from '../../domain/core/result.ts';
import { keyInfoRequest } from '../http/endpoints.ts';
import { parseClassicKeyInfo, parseUnifiedKeyInfo } from '../parse/key-info.ts';
import type { AccountResponse, ProductResponses } from './account-response.ts';
import { type AccountContext, createAccountSender, type SendRequest } from './account-sender.ts';
import { readClassic } from './read-classic.ts';
import { readUnified } from './read-unified.ts';

/** Reads one account. Tries the known family first, and the other one if Bitget names it. */
export async function readAccount(
  account: Account,
  credentials: Credentials,
  context: AccountContext,
): Promise<AccountResponse> {
  const { send, throttles } = createAccountSender(account, credentials, context);
  return { ...(await readEitherFamily(account, context, send)), throttles: Object.fromEntries(throttles) };
}

/** An account's responses and the facts of its key. `key` is the first failure if Bitget accepted no product. */
export type CheckResponse = {
  readonly read: AccountResponse;
  readonly key: Result<KeyInfo>;
};

/** Reads one account and then, if Bitget accepted a product, the permissions of the key, which Bitget may withhold. */
export async function readAccountWithKey(
  account: Account,
  credentials: Credentials,
  context: AccountContext,
): Promise<CheckResponse> {
  const { send, throttles } = createAccountSender(account, credentials, context);
  const read = await readEitherFamily(account, context, send);
  const results = [...read.answers.values()].map(({ margin }) => margin);
  const [first] = results;
  const isRefused = first && !first.ok && !results.some((result) => result.ok);
  const key = isRefused ? first : ok(await readKeyInfo(read.family, send));
  return { read: { ...read, throttles: Object.fromEntries(throttles) }, key };
}

async function readEitherFamily(
  account: Account,
  context: AccountContext,
  send: SendRequest,
): Promise<AccountResponse> {
  const { family } = context;
  const response = await readFamily(family, account, context, send);
  const other = otherFamily(family, response.answers);
  if (!other) return response;
  const second = await readFamily(other, account, context, send);
  // A classic account whose only product type does not support copy trading is classic.
  return otherFamily(other, second.answers) === family && isOfOneProduct(response.answers) ? response : second;
}

function isOfOneProduct(answers: ProductResponses): boolean {
  return [...answers.values()].some(({ margin }) => !margin.ok && !affectsAllProducts(margin.failure));
}

/**
 * No product was read, and a response names the other family, or all do with the code that may mean a single product
 * type. A product without any response proves nothing.
 */
function otherFamily(family: Family, answers: ProductResponses): Family | null {
  const results = [...answers.values()].map(({ margin }) => margin);
  const failures = results.flatMap((result) => (result.ok ? [] : result.failure));
  const named = failures.filter((failure) => failure.kind === 'family').filter((failure) => failure.family !== family);
  const [first] = named;
  if (!first || failures.length < results.length) return null;
  return named.some(affectsAllProducts) || named.length === failures.length ? first.family : null;
}

async function readFamily(
  family: Family,
  account: Account,
  context: AccountContext,
  send: SendRequest,
): Promise<AccountResponse> {
  return {
    family,
    answers:
      family === 'unified' ? await readUnified(send, context.clock.now) : await readClassic(account, send, context),
  };
}

async function readKeyInfo(family: Family, send: SendRequest): Promise<KeyInfo> {
  const response = await send(keyInfoRequest(family));
  if (!response.ok) return NO_KEY_INFO;
  return family === 'unified' ? parseUnifiedKeyInfo(response.value) : parseClassicKeyInfo(response.value);
}
