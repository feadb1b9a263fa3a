import { send } from '../../../lib/browser/api/send-command.ts';
import * as alerts from '../../../lib/browser/storage/alert-items.ts';
import * as items from '../../../lib/browser/storage/items.ts';
import { updateWith } from '../../../lib/browser/storage/store-many.ts';
import {
  type FileProblem,
  readSettingsFile,
  type SwitchedOff,
  switchedOff,
} from '../../../lib/domain/export/settings-file.ts';
import { PATIENCE } from '../../../lib/domain/polling/refresh-state.ts';
import type { State } from '../state/state.ts';
import { when } from '../state/when.ts';

/** How an import ended: how many accounts the file named and which of them have no key here; or why it was refused. */
export type Imported =
  | {
      readonly state: 'good';
      readonly accounts: number;
      readonly keyless: readonly string[];
      readonly off: readonly SwitchedOff[];
    }
  | { readonly state: 'bad'; readonly problem: FileProblem | 'large' | 'unread' | 'unsaved' | 'silent' };

/** In bytes: far more than two hundred accounts take. */
const LARGEST = 1_000_000;

/** Takes over a settings file, or refuses it and changes nothing. */
export async function importFile(file: File, { watched }: State): Promise<Imported> {
  if (file.size > LARGEST) return { state: 'bad', problem: 'large' };
  const text = await file.text().catch(() => null);
  if (text === null) return { state: 'bad', problem: 'unread' };
  const read = readSettingsFile(text);
  if (!read.ok) return { state: 'bad', problem: read.failure };
  const { settings, alerting, accounts } = read.value;
  const isSaved = await updateWith(items.settings, alerts.alerting, () => [settings, alerting]).then(
    () => true,
    () => false,
  );
  if (!isSaved) return { state: 'bad', problem: 'unsaved' };
  void send({ type: 'import', accounts });
  const taken = await when(() => {
    const known = watched.value.accounts;
    const mine = accounts.map(({ id, label }) => known.find((each) => each.id === id && each.label === label));
    return mine.every((each) => each !== undefined) ? mine : undefined;
  }, PATIENCE);
  if (!taken) return { state: 'bad', problem: 'silent' };
  const keyless = taken.filter(({ hint }) => hint === '').map(({ label }) => label);
  return { state: 'good', accounts: accounts.length, keyless, off: switchedOff(read.value) };
}
