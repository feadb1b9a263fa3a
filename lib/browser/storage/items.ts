import type { Account, AccountId } from '../../domain/account/account.ts';
import { isEither, isFlag, isListOf, isNull, isNumber, isText } from '../../domain/core/guards.ts';
import type { FundingReading } from '../../domain/polling/funding.ts';
import { NO_RUN, type PollRun } from '../../domain/polling/poll-run.ts';
import { NO_READINGS, type Readings } from '../../domain/polling/reading.ts';
import { DEFAULT_SETTINGS, isSettings, type Settings, withDefaults } from '../../domain/settings/settings.ts';
import { areAccounts, isPollRun } from '../schema/accounts.ts';
import { areFundings } from '../schema/fundings.ts';
import { areReadings } from '../schema/readings.ts';
import { addMissingFigures } from './add-missing-figures.ts';
import { defineLocalItem, defineSessionItem } from './define-item.ts';
import { renameOldFailures } from './rename-old-failures.ts';

/** Written by the pages. The background writes it when a shortcut hides or shows the amounts. */
export const settings = defineLocalItem<Settings>('settings', isSettings, DEFAULT_SETTINGS, withDefaults);

/** Written by the background when an account is saved, removed or moved. */
export const accounts = defineLocalItem<readonly Account[]>('accounts', areAccounts, []);

/** Written by the background: the time when it found credentials without a list of accounts, or null. */
export const wipedAt = defineLocalItem<number | null>('wipedAt', isEither(isNumber, isNull), null);

/** Written by the background: at the end of a round, and on the other occasions in docs/architecture.md#storage. */
export const readings = defineLocalItem<Readings>('readings', areReadings, NO_READINGS, (value) =>
  addMissingFigures(renameOldFailures(value)),
);

/** The accounts of a long list that are unfolded. Written by the popup; the background drops removed accounts. */
export const unfoldedAccounts = defineLocalItem<readonly AccountId[]>('unfoldedAccounts', isListOf(isText), []);

/** Whether the view shows sample data while there is no account. Written by the pages; the background resets it. */
export const sampleData = defineLocalItem<boolean>('sampleData', isFlag, false);

/** Written by the background at the start and the end of a round. */
export const pollRun = defineSessionItem<PollRun>('pollRun', isPollRun, NO_RUN);

/** The funds that are free in each account's other wallet. Written by the background, only if the user has switched it on. */
export const funding = defineSessionItem<Readonly<Record<AccountId, FundingReading>>>('funding', areFundings, {});
