import { sendCommand } from '../../../lib/browser/api/send-command.ts';
import * as alerts from '../../../lib/browser/storage/alert-items.ts';
import * as items from '../../../lib/browser/storage/items.ts';
import { updateWith } from '../../../lib/browser/storage/store-many.ts';
import { dropUnsavedHideAmounts } from '../../../lib/browser/storage/unsaved-hide-amounts.ts';
import {
  readSettingsFile,
  type SettingsFileError,
  type SwitchedOff,
  switchedOff,
} from '../../../lib/domain/export/settings-file.ts';
import { REFRESH_TIMEOUT } from '../../../lib/domain/polling/refresh-state.ts';
import type { State } from '../state/state.ts';
import { when } from '../state/when.ts';

/** The result of an import: the number of accounts and those without a key here, or the reason for its rejection. */
export type ImportResult =
  | {
      readonly state: 'good';
      readonly accounts: number;
      readonly keyless: readonly string[];
      readonly off: readonly SwitchedOff[];
    }
  | { readonly state: 'bad'; readonly problem: SettingsFileError | 'large' | 'unread' | 'unsaved' | 'silent' };

/** In bytes. Well above a file with two hundred accounts. */
const MAX_FILE_BYTES = 1_000_000;

/** Imports a settings file, or rejects it without any change. */
export async function importSettingsFile(file: File, { portfolio }: State): Promise<ImportResult> {
  if (file.size > MAX_FILE_BYTES) return { state: 'bad', problem: 'large' };
  const text = await file.text().catch(() => null);
  if (text === null) return { state: 'bad', problem: 'unread' };
  const parsed = readSettingsFile(text);
  if (!parsed.ok) return { state: 'bad', problem: parsed.failure };
  const { settings, alerting, accounts } = parsed.value;
  const isSaved = await updateWith(items.settings, alerts.alertSettings, () => [settings, alerting]).then(
    () => true,
    () => false,
  );
  if (!isSaved) return { state: 'bad', problem: 'unsaved' };
  await dropUnsavedHideAmounts();
  void sendCommand({ type: 'import', accounts });
  const imported = await when(() => {
    const known = portfolio.value.accounts;
    const found = accounts.map(({ id, label }) => known.find((each) => each.id === id && each.label === label));
    return found.every((each) => each !== undefined) ? found : undefined;
  }, REFRESH_TIMEOUT);
  if (!imported) return { state: 'bad', problem: 'silent' };
  const keyless = imported.filter(({ hint }) => hint === '').map(({ label }) => label);
  return { state: 'good', accounts: accounts.length, keyless, off: switchedOff(parsed.value) };
}
