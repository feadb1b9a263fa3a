import { readFundingAssets } from '../../bitget/account/read-funding.ts';
import { clock } from '../../browser/api/clock.ts';
import * as alerts from '../../browser/storage/alert-items.ts';
import * as items from '../../browser/storage/items.ts';
import { readPortfolio } from '../../browser/storage/read-portfolio.ts';
import { readOrDefault, update } from '../../browser/storage/store.ts';
import type { Account, AccountId } from '../../domain/account/account.ts';
import { isKeyOfAccount } from '../../domain/alert/subjects.ts';
import { failed, type Result } from '../../domain/core/result.ts';
import { SECOND } from '../../domain/core/time.ts';
import { compareLevels, type Level } from '../../domain/margin/risk.ts';
import { type FundingAsset, isFundingDue } from '../../domain/polling/funding.ts';
import { getFamily, type Readings } from '../../domain/polling/reading.ts';
import { followSetBackClock } from '../../domain/polling/set-back-clock.ts';
import { buildCards } from '../../domain/portfolio/card.ts';
import { readCredentials } from '../vault/open-vault.ts';
import { applyThrottles } from './apply-throttles.ts';
import { activeThrottles } from './backoff.ts';
import { createRequestContext, findBlocker } from './request-context.ts';

/**
 * Reads what is free in the other wallet of an account at warning or more, if the user has switched it on. At most once
 * a period: the claim is stored before the request, so it also holds for a view that asks at the same time.
 */
export async function readFunding(id: AccountId): Promise<void> {
  const askedAt = clock.now();
  const stored = await readPortfolio();
  const portfolio = { ...stored, readings: followSetBackClock(stored.readings, askedAt) };
  const { accounts, readings, settings } = portfolio;
  const account = accounts.find((each) => each.id === id);
  const isAtRisk = buildCards(portfolio, askedAt).some(
    (card) => card.account.id === id && isUrgent(card.lastKnownLevel),
  );
  if (!settings.readsFunding || !account || !isAtRisk) return;
  const { revision } = account;
  const family = getFamily(readings, account);
  let isClaimed = false;
  await update(items.funding, (all) => {
    const known = all[id];
    isClaimed = isFundingDue(known, revision, settings.period, askedAt);
    const outcome = known?.revision === revision && known.family === family ? known.outcome : null;
    return isClaimed ? { ...all, [id]: { revision, family, askedAt, outcome } } : all;
  });
  if (!isClaimed) return;
  const result = await requestFunding(account, readings);
  const outcome = result.ok
    ? ({ state: 'known', at: clock.now(), assets: result.value } as const)
    : ({ state: 'failed', failure: result.failure } as const);
  await update(items.funding, (all) => {
    const known = all[id];
    // The account may have been removed or asked again in the meantime.
    return known?.askedAt === askedAt && known.revision === revision ? { ...all, [id]: { ...known, outcome } } : all;
  });
}

/** Reads the wallets of accounts that a notification of the last period was about, so that a view has them at once. */
export async function readFundingOfNotified(): Promise<void> {
  const { readsFunding, period } = await readOrDefault(items.settings);
  if (!readsFunding) return;
  const { states } = await readOrDefault(alerts.alertStates);
  const now = clock.now();
  const keys = Object.entries(states).flatMap(([key, { lastNotified }]) =>
    isUrgent(lastNotified.level) && now - lastNotified.at < period * SECOND ? [key] : [],
  );
  for (const { id } of await readOrDefault(items.accounts)) {
    if (keys.some((key) => isKeyOfAccount(key, id))) await readFunding(id);
  }
}

function isUrgent(level: Level): boolean {
  return compareLevels(level, 'warning') >= 0;
}

async function requestFunding(account: Account, readings: Readings): Promise<Result<readonly FundingAsset[]>> {
  const blocker = await findBlocker();
  if (blocker) return failed(blocker);
  const credentials = await readCredentials(account.id);
  if (!credentials.ok) return credentials;
  const known = readings.accounts[account.id]?.retry.throttles;
  const { result, throttles } = await readFundingAssets(account, credentials.value, {
    ...createRequestContext(),
    family: getFamily(readings, account),
    skew: { offset: readings.clockOffset },
    throttles: activeThrottles(known, 'view', clock.now()),
  });
  await applyThrottles(account.id, throttles);
  return result;
}
