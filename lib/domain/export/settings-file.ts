import { type Account, isAccountId } from '../account/account.ts';
import { isProductType, type ProductType } from '../account/product-type.ts';
import { type AlertSettings, DEFAULT_ALERT_SETTINGS, isAlertSettings } from '../alert/alert-settings.ts';
import { type Guard, isFlag, isListOf, isNumber, isRecord, isShape, isText } from '../core/guards.ts';
import { pickBy } from '../core/objects.ts';
import type { Result } from '../core/result.ts';
import { failed, ok } from '../core/result.ts';
import { sanitizeText } from '../core/sanitize.ts';
import { DEFAULT_SETTINGS, isSettings, type Settings, withDefaults } from '../settings/settings.ts';

const FORMAT = 'margin-glance';
const VERSION = 1;
const MAX_ACCOUNTS = 200;
const MAX_FILE_LABEL_LENGTH = 40;

/** An account in the settings file, without anything from its key. */
export type ListedAccount = Pick<Account, 'id' | 'label' | 'demo' | 'products'>;

/** All settings without secrets and readings. The accounts keep the user's order. */
export type SettingsFile = {
  readonly settings: Settings;
  readonly alerting: AlertSettings;
  readonly accounts: readonly ListedAccount[];
};

/** Why a file is rejected: no JSON, a foreign file, a later version, an invalid part, or an unknown part. */
export type SettingsFileError =
  | 'json'
  | 'format'
  | 'version'
  | 'newer'
  | 'settings'
  | 'alerting'
  | 'accounts'
  | 'products'
  | 'twins'
  | 'unknown';

const isListed: Guard<ListedAccount> = isShape<ListedAccount>({
  id: isAccountId,
  label: (value): value is string =>
    isText(value) && value !== '' && sanitizeText(value, MAX_FILE_LABEL_LENGTH) === value,
  demo: isFlag,
  products: (value): value is readonly ProductType[] => areProducts(value) && value.length > 0 && !areTwins(value),
});
const areProducts = isListOf((value): value is ProductType => isProductType(value));
export const areListed = isListOf(isListed);

export function writeSettingsFile(settings: Settings, alerting: AlertSettings, accounts: readonly Account[]): string {
  const listed = accounts.map(({ id, label, demo, products }) => ({ id, label, demo, products }));
  const known = {
    settings: pickBy(settings, isIn(DEFAULT_SETTINGS)),
    alerting: pickBy(alerting, isIn(DEFAULT_ALERT_SETTINGS)),
  };
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...known, accounts: listed }, null, 2)}\n`;
}

/** Parses a settings file, or returns why it is rejected. */
export function readSettingsFile(text: string): Result<SettingsFile, SettingsFileError> {
  const value = parse(text);
  if (value === undefined) return failed('json');
  if (!isRecord(value) || value.format !== FORMAT || !isNumber(value.version)) return failed('format');
  if (!Number.isInteger(value.version) || value.version < 1) return failed('version');
  if (value.version > VERSION) return failed('newer');
  const { alerting = DEFAULT_ALERT_SETTINGS, accounts } = value;
  const settings = withDefaults(value.settings);
  if (!isSettings(settings)) return failed('settings');
  if (!isAlertSettings(alerting)) return failed('alerting');
  if (hasTwinProducts(accounts)) return failed('products');
  if (!areListed(accounts) || accounts.length > MAX_ACCOUNTS) return failed('accounts');
  if (new Set(accounts.map(({ id }) => id)).size < accounts.length) return failed('twins');
  return hasUnknown(value, settings, alerting, accounts) ? failed('unknown') : ok({ settings, alerting, accounts });
}

/** Safety features that a file can switch off: all alerts, danger alerts during a snooze, or the badge figure. */
export type SwitchedOff = 'alerts' | 'danger' | 'badge';

/** Returns what a file switches off, so that the page can warn before the import. */
export function switchedOff({
  settings,
  alerting,
}: Pick<SettingsFile, 'settings' | 'alerting'>): readonly SwitchedOff[] {
  const off: Record<SwitchedOff, boolean> = {
    alerts: !alerting.on,
    danger: alerting.on && !alerting.dangerBypassesSnooze,
    badge: settings.badge === 'off',
  };
  return (['alerts', 'danger', 'badge'] as const).filter((name) => off[name]);
}

function hasTwinProducts(accounts: unknown): boolean {
  if (!Array.isArray(accounts)) return false;
  return accounts.some((account) => isRecord(account) && areProducts(account.products) && areTwins(account.products));
}

function areTwins(products: readonly ProductType[]): boolean {
  return new Set(products).size < products.length;
}

const FILE_FIELDS = ['format', 'version', 'settings', 'alerting', 'accounts'];
const LISTED_FIELDS = ['id', 'label', 'demo', 'products'];
const CONDITION_FIELDS = ['id', 'kind', 'account', 'limit', 'hours'];

/** Rejects unknown fields: they would be stored without any effect. */
function hasUnknown(
  file: object,
  settings: Settings,
  alerting: AlertSettings,
  accounts: readonly ListedAccount[],
): boolean {
  const parts: readonly (readonly [object, readonly string[]])[] = [
    [file, FILE_FIELDS],
    [settings, Object.keys(DEFAULT_SETTINGS)],
    [settings.thresholds, Object.keys(DEFAULT_SETTINGS.thresholds)],
    [settings.near, Object.keys(DEFAULT_SETTINGS.near)],
    [alerting, Object.keys(DEFAULT_ALERT_SETTINGS)],
    [alerting.quiet ?? {}, ['from', 'to']],
    ...alerting.conditions.map((each) => [each, CONDITION_FIELDS] as const),
    ...accounts.map((each) => [each, LISTED_FIELDS] as const),
  ];
  return parts.some(([part, fields]) => Object.keys(part).some((name) => !fields.includes(name)));
}

/** Excludes stored fields of other versions from the file. */
function isIn(known: object): (name: string) => boolean {
  return (name) => Object.hasOwn(known, name);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
