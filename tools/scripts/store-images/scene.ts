import type { Page } from 'puppeteer-core';
import { fillHistory } from '../../../e2e/harness/state/history-db.ts';
import { seedState } from '../../../e2e/harness/state/seed.ts';
import { buildState } from '../../../e2e/harness/state/states.ts';
import { MOMENT } from '../../../e2e/harness/visual/deterministic-page.ts';
import type { Account } from '../../../lib/domain/account/account.ts';
import { DAY } from '../../../lib/domain/core/time.ts';
import { seriesKey } from '../../../lib/domain/history/sample.ts';
import { buildCards, type Card, type Portfolio } from '../../../lib/domain/portfolio/card.ts';
import { buildSampleData } from '../../../lib/domain/sample-data/sample-accounts.ts';
import { buildSampleHistory } from '../../../lib/domain/sample-data/sample-history.ts';
import { DEFAULT_SETTINGS } from '../../../lib/domain/settings/settings.ts';
import { english } from '../../../lib/testing/english-i18n.ts';

const LABELS = ['Main', 'Classic', 'Grid bots'];
const AGE = 4_000;

/**
 * Stores the sample data and their history as two accounts of the user, so that the product shows its usual view, without
 * the marks of sample data.
 */
export async function setScene(page: Page): Promise<void> {
  const { accounts, readings } = buildSampleData(MOMENT - AGE, english);
  const userAccounts = accounts.map(
    (account, index): Account => ({ ...account, label: LABELS[index] ?? account.label, hint: 'a1b2' }),
  );
  await seedState(page, buildState({}, userAccounts, readings.accounts));
  for (const card of buildCards(
    { accounts: userAccounts, readings, settings: DEFAULT_SETTINGS } satisfies Portfolio,
    MOMENT,
  ))
    await fillHistory(page, card.account.label, seriesKey(card.margin), buildHistory(card));
}

function buildHistory(card: Card) {
  const fine = buildSampleHistory(card, 'every', MOMENT - 2 * DAY, card.at);
  const coarse = buildSampleHistory(card, 'hour', MOMENT - 90 * DAY, card.at);
  const [[begin] = [MOMENT]] = fine;
  return [...coarse.filter(([at]) => at < begin), ...fine];
}
