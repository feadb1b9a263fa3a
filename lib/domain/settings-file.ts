import { type Account, isAccountId } from './account.ts';
import { type Alerting, DEFAULT_ALERTING, isAlerting } from './alert/alerting.ts';
import { type Guard, isFlag, isListOf, isNumber, isRecord, isShape, isText } from './guard.ts';
import { isProductType, type ProductType } from './product.ts';
import type { Result } from './result.ts';
import { failed, ok } from './result.ts';
import { completed, isSettings, type Settings } from './settings.ts';
import { plain } from './text.ts';

const FORMAT = 'margin-glance';
const VERSION = 1;
const MOST_ACCOUNTS = 200;
const LONGEST_LABEL = 40;

/** An account as the settings file knows it: nothing of its key. */
export type ListedAccount = Pick<Account, 'id' | 'label' | 'demo' | 'products'>;

/** Everything but secrets and readings; the accounts in the user's order. */
export type SettingsFile = {
  readonly settings: Settings;
  readonly alerting: Alerting;
  readonly accounts: readonly ListedAccount[];
};

/** Why a file is refused: it is no JSON, not ours, made by a later version, or one part of it is not valid. */
export type FileProblem = 'json' | 'format' | 'newer' | 'settings' | 'alerting' | 'accounts' | 'twins';

const isListed: Guard<ListedAccount> = isShape<ListedAccount>({
  id: isAccountId,
  label: (value): value is string => isText(value) && value !== '' && plain(value, LONGEST_LABEL) === value,
  demo: isFlag,
  products: (value): value is readonly ProductType[] => areProducts(value) && value.length > 0,
});
const areProducts = isListOf((value): value is ProductType => isProductType(value));
export const areListed = isListOf(isListed);

/** The file's text. */
export function writeSettingsFile(settings: Settings, alerting: Alerting, accounts: readonly Account[]): string {
  const listed = accounts.map(({ id, label, demo, products }) => ({ id, label, demo, products }));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings, alerting, accounts: listed }, null, 2)}\n`;
}

/** What a file's text holds, or why it is refused. */
export function readSettingsFile(text: string): Result<SettingsFile, FileProblem> {
  const value = parse(text);
  if (value === undefined) return failed('json');
  if (!isRecord(value) || value.format !== FORMAT || !isNumber(value.version)) return failed('format');
  if (value.version > VERSION) return failed('newer');
  const { alerting = DEFAULT_ALERTING, accounts } = value;
  const settings = completed(value.settings);
  if (!isSettings(settings)) return failed('settings');
  if (!isAlerting(alerting)) return failed('alerting');
  if (!areListed(accounts) || accounts.length > MOST_ACCOUNTS) return failed('accounts');
  if (new Set(accounts.map(({ id }) => id)).size < accounts.length) return failed('twins');
  return ok({ settings, alerting, accounts });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
