import { parseClassicKey, parseUnifiedKey } from '../bitget/key.ts';
import { keyInfo } from '../bitget/request.ts';
import { clock } from '../browser/clock.ts';
import * as items from '../browser/items.ts';
import { read, update } from '../browser/store.ts';
import type { Account, AccountId, Credentials } from '../domain/account.ts';
import { type KeyFacts, NO_FACTS } from '../domain/key.ts';
import { familyOf } from '../domain/reading.ts';
import { failed, ok, type Result } from '../domain/result.ts';
import type { AccountAnswers, Ask } from './answer.ts';
import { learn } from './learn.ts';
import { obstacle, world } from './poll.ts';
import { askFor, readAccount } from './read.ts';

/** What a check that Bitget accepted has read. */
export type Checked = {
  readonly read: AccountAnswers;
  readonly key: KeyFacts;
  readonly clockOffset: number;
  readonly startedAt: number;
};

/**
 * Reads an account with these credentials. One product that was accepted proves the key; none is the first failure.
 * Then Bitget is asked what the key may do, which it need not tell.
 */
export async function check(account: Account, credentials: Credentials): Promise<Result<Checked>> {
  const stop = await obstacle();
  if (stop) return failed(stop);
  const readings = await read(items.readings);
  const effort = { retries: 1, clockOffset: readings.clockOffset };
  const startedAt = clock.now();
  const ask = askFor(account, credentials, effort, world());
  const answers = await readAccount(account, familyOf(readings, account), ask);
  const results = [...answers.answers.values()].map(({ margin }) => margin);
  const [first] = results;
  if (first && !first.ok && !results.some((each) => each.ok)) return first;
  const key = await readKey(answers, ask);
  return ok({ read: answers, key, clockOffset: effort.clockOffset, startedAt });
}

/** Writes what a check has read; figures of the same revision that this time could not be read stay as they were. */
export async function enter(account: Account, checked: Checked): Promise<AccountId> {
  const { period } = await read(items.settings);
  const { startedAt, clockOffset } = checked;
  await update(items.readings, (known) => {
    const reading = learn(account, known, checked.read, { period, startedAt, clock });
    return { clockOffset, accounts: { ...known.accounts, [account.id]: reading } };
  });
  return account.id;
}

async function readKey({ family }: AccountAnswers, ask: Ask): Promise<KeyFacts> {
  const answer = await ask(keyInfo(family));
  if (!answer.ok) return NO_FACTS;
  return family === 'unified' ? parseUnifiedKey(answer.value) : parseClassicKey(answer.value);
}
