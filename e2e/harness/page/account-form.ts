import type { Page } from 'puppeteer-core';
import { until } from '../until.ts';
import { alert, button, element, fill, findByRole, type Place, press, status, tick, unfold } from './by-role.ts';
import { openAddAccount, openPane } from './panes.ts';

/** The values that a user copies from Bitget's API key page into the form. */
export interface Credentials {
  readonly label: string;
  readonly apiKey: string;
  readonly secret: string;
  readonly passphrase: string;
  /** If absent, the checkbox stays as it is. */
  readonly demo?: boolean;
}

/** Fills the form `Add account` and sends it, without waiting for the outcome. */
export async function enterAccount(options: Page, account: Credentials): Promise<void> {
  await options.bringToFront();
  await openAddAccount(options);
  const form = await element(options, 'form', 'Add account');
  await fillKey(form, account);
  await fill(form, 'Label', account.label);
  if (account.demo !== undefined) {
    if ((await findByRole(form, 'checkbox', 'Demo trading key')) === null) await unfold(form, 'Advanced');
    await tick(form, 'Demo trading key', account.demo);
  }
  await press(form, 'Check and save');
}

/** Enters the key of an account that is listed once more, and sends it, without waiting for the outcome. */
export async function enterKey(options: Page, label: string, key: Omit<Credentials, 'label'>): Promise<void> {
  await options.bringToFront();
  await openPane(options, 'accounts');
  await press(await element(options, 'listitem', label), `Edit ${label}`);
  const form = await element(options, 'form', `Edit ${label}`);
  await fillKey(form, key);
  await press(form, 'Check and save');
}

/** Removes an account of the list, and confirms that. */
export async function removeAccount(options: Page, label: string): Promise<void> {
  await options.bringToFront();
  await openPane(options, 'accounts');
  const item = await element(options, 'listitem', label);
  await press(item, `Remove ${label}`);
  await button(item, 'Keep');
  await press(item, `Remove ${label}`);
}

async function fillKey(form: Place, { apiKey, secret, passphrase }: Omit<Credentials, 'label'>): Promise<void> {
  await fill(form, 'API key', apiKey);
  await fill(form, 'Secret key', secret);
  await fill(form, 'Passphrase', passphrase);
}

/** Connects an account through the options page and waits until it is listed; returns what the page said. */
export async function connectAccount(options: Page, account: Credentials): Promise<string> {
  await enterAccount(options, account);
  const outcome = await until(async () => (await failure(options)) ?? (await success(options, account)), {
    what: `the outcome of “Check and save” for ${account.label}`,
  });
  if ('refused' in outcome) throw new Error(`${account.label} was not accepted: ${outcome.refused}`);
  return outcome.said;
}

async function failure(options: Page): Promise<{ refused: string } | undefined> {
  const refused = await alert(options);
  return refused === '' ? undefined : { refused };
}

async function success(options: Page, account: Credentials): Promise<{ said: string } | undefined> {
  const listed = await findByRole(options, 'listitem', account.label);
  const said = await status(options);
  return listed === null || said === '' ? undefined : { said };
}
