import type { Page } from 'puppeteer-core';
import { fillHistory } from '../../../e2e/harness/state/history-db.ts';
import { seedState } from '../../../e2e/harness/state/seed.ts';
import { portfolioOf } from '../../../e2e/harness/state/states.ts';
import { MOMENT } from '../../../e2e/harness/visual/deterministic-page.ts';
import type { Account } from '../../../lib/domain/account/account.ts';
import { DAY } from '../../../lib/domain/core/time.ts';
import { seriesKey } from '../../../lib/domain/history/sample.ts';
import { buildCards, type Card, type Portfolio } from '../../../lib/domain/portfolio/card.ts';
import { buildSampleData } from '../../../lib/domain/sample-data/sample-accounts.ts';
import { buildSampleHistory } from '../../../lib/domain/sample-data/sample-history.ts';
import { DEFAULT_SETTINGS } from '../../../lib/domain/settings/settings.ts';
import { english } from '../../../lib/testing/english-i18n.ts';

const LABELS = ['Main', 'Grid bots'];
const READ_AGO = 4_000;

/**
 * Stores the sample data as if they had been read of two accounts of one's own, with their past: what the product shows
 * of them is then its everyday look, without the marks of a sample.
 */
export async function setScene(page: Page): Promise<void> {
  const { accounts, readings } = buildSampleData(MOMENT - READ_AGO, english);
  const own = accounts.map(
    (account, index): Account => ({ ...account, label: LABELS[index] ?? account.label, hint: 'a1b2' }),
  );
  await seedState(page, portfolioOf({}, own, readings.accounts));
  for (const card of buildCards({ accounts: own, readings, settings: DEFAULT_SETTINGS } satisfies Portfolio, MOMENT))
    await fillHistory(page, card.account.label, seriesKey(card.margin), pastOf(card));
}

function pastOf(card: Card) {
  const fine = buildSampleHistory(card, 'every', MOMENT - 2 * DAY, card.at);
  const coarse = buildSampleHistory(card, 'hour', MOMENT - 90 * DAY, card.at);
  const [[begin] = [MOMENT]] = fine;
  return [...coarse.filter(([at]) => at < begin), ...fine];
}
