import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, withOneAccount } from '../harness/fixture.ts';
import { element, findByRole, openPane, press, status, takeScreenshot, text, until } from '../harness/index.ts';
import { findRepeated, listButtonNames } from '../harness/page/button-names.ts';
import { readHistoryEntries } from '../harness/state/history-db.ts';
import { countVaultRecords } from '../harness/state/inspect.ts';
import { connectAccounts, fireAlarmAndWait } from '../harness/state/rounds.ts';
import { readItem, writeItem } from '../harness/state/storage.ts';

const key = credentialsFor('start-over');
let scene: Fixture;

beforeAll(async () => {
  scene = await withOneAccount({ ...key, family: 'classic', accounts: { 'USDT-FUTURES': [classicRow()] } });
});
afterAll(() => scene?.close());

const askToRemoveEverything = async () => {
  const { options } = scene;
  await options.bringToFront();
  await openPane(options, 'backup');
  await press(options, 'Start over');
};

/** Expects the first run, and that no trace of the account is left anywhere. */
async function expectNothingLeft(id: string): Promise<void> {
  const { options, browser } = scene;
  await until(async () => (await status(options)).includes('Now revoke the keys at Bitget.'), { what: 'the end' });
  await element(options, 'heading', 'Make a key at Bitget');
  expect(await options.evaluate(() => document.activeElement?.textContent)).toBe('Make a key at Bitget');
  expect(await options.evaluate(() => JSON.stringify(sessionStorage))).toBe('{}');
  const stored = { ...(await browser.storage('local')), session: await browser.storage('session') };
  for (const name of ['accounts', 'settings', 'alertSettings', 'alertLog']) expect(stored).not.toHaveProperty(name);
  expect(JSON.stringify(stored)).not.toContain(id);
  expect(await countVaultRecords(options)).toBe(0);
  expect(await readHistoryEntries(options)).toEqual([]);
  await until(async () => (await browser.badge()).text === '', { what: 'the badge is empty' });
}

const readId = async () => (await readItem(scene.options, 'accounts'))?.[0]?.id ?? '';

describe('Start over', () => {
  it('asks first, and changes nothing when the user cancels', async () => {
    const { options } = scene;
    await askToRemoveEverything();
    expect(await text(options, '.confirm')).toMatch(/Remove everything\? .* revoke them at Bitget/);
    await takeScreenshot(options, 'start-over');
    await press(options, 'Cancel');
    expect(await findByRole(options, 'button', 'Remove everything')).toBeNull();
    expect(await readId()).not.toBe('');
  });

  it('S8 leaves nothing in storage, vault and history', async () => {
    const { options } = scene;
    await fireAlarmAndWait(options);
    const id = await readId();
    expect((await readHistoryEntries(options)).length).toBeGreaterThan(0);
    await askToRemoveEverything();
    await press(options, 'Remove everything');
    await expectNothingLeft(id);
    await takeScreenshot(options, 'started-over');
  });

  it('L6 is offered and works while accounts and settings are damaged', async () => {
    const { options } = scene;
    await connectAccounts(options, key);
    const id = await readId();
    await writeItem(options, 'settings', 'damaged');
    await writeItem(options, 'accounts', 'damaged');
    await element(options, 'button', 'The list of accounts: Reset');
    await openPane(options, 'backup');
    expect(findRepeated(await listButtonNames(options))).toEqual([]);
    await askToRemoveEverything();
    await press(options, 'Remove everything');
    await expectNothingLeft(id);
    await connectAccounts(options, key);
    await element(options, 'listitem', 'Main');
  });
});
