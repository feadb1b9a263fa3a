import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import {
  alert,
  element,
  fill,
  findViolations,
  openPane,
  press,
  reload,
  status,
  text,
  tick,
  until,
} from '../harness/index.ts';
import { countVaultRecords, wrongFields } from '../harness/state/inspect.ts';
import { connectAccounts, fireAlarmAndWait, ONE_SET, parkPolling, requestedPaths } from '../harness/state/rounds.ts';
import { readItem } from '../harness/state/storage.ts';
import {
  changeMode,
  chooseMode,
  newPassword,
  PASSWORD,
  readLock,
  readVault,
  unlock,
  waitUntilLocked,
} from '../harness/state/vault.ts';

const key = credentialsFor('modes');
const other = credentialsFor('modes-other');
const accounts = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
let scene: Fixture;

beforeAll(async () => {
  scene = await openFixture([key, other].map((each) => ({ ...each, family: 'classic', accounts })));
  await connectAccounts(scene.options, key);
  await connectAccounts(scene.options, other, 'Other');
});
afterAll(() => scene?.close());

const mode = async () => (await readLock(scene.options)).mode ?? 'device';
const listAskedByRing = async () => {
  await parkPolling(scene.options);
  scene.simulator.clearLog();
  await fireAlarmAndWait(scene.options);
  return requestedPaths(scene.simulator);
};
const says = (wanted: RegExp) => until(async () => wanted.test(await alert(scene.options)), { what: String(wanted) });

describe('how keys are kept', () => {
  it('is explained for each way with what it is worth', async () => {
    await openPane(scene.options, 'security');
    const said = (await text(scene.options, '.keeping')) ?? '';
    expect(said).toMatch(/On this device in use .*can find the secret key/);
    expect(said).toMatch(/With a password .*nothing is monitored until you enter it/);
    expect(said).toMatch(/For this browser session .*never written to disk/);
  });

  it('does not change when the form is wrong, and the form says why', async () => {
    const { options } = scene;
    await chooseMode(options, 'With a password', { 'New password': 'short', 'Repeat the new password': 'short' });
    await press(options, 'Change');
    await says(/at least 12 characters/);
    expect(await wrongFields(options)).toEqual(['New password']);
    const form = await element(options, 'form', 'Change key storage');
    await fill(form, 'New password', PASSWORD);
    await press(form, 'Change');
    await says(/The two passwords differ/);
    await fill(form, 'Repeat the new password', PASSWORD);
    await fill(form, 'Secret key of Main', key.secret);
    await fill(form, 'Secret key of Other', 'mistyped');
    await press(form, 'Change');
    await says(/not the stored secret key of Other/);
    expect(await wrongFields(options)).toEqual(['Secret key of Other']);
    expect(await findViolations(options)).toEqual([]);
    expect(await mode()).toBe('device');
    expect(await countVaultRecords(options)).toBe(2);
  });

  it('changes from each way to each other one, and no key is lost without a question', async () => {
    const { options } = scene;
    await reload(options);

    // From the device to a password, without the secret key of one account.
    await chooseMode(options, 'With a password', { ...newPassword(), 'Secret key of Main': key.secret });
    expect(await text(options, '.keeping .notice')).toMatch(/were stored on this disk.*Copies may remain.*revoke/);
    const form = await element(options, 'form', 'Change key storage');
    await press(form, 'Change');
    await until(async () => /deleted.*: Other/.test((await text(options, '.confirm')) ?? ''), { what: 'the question' });
    expect(await mode()).toBe('device');
    await press(form, 'Change and delete them');
    const said = await until(async () => (await status(options)).match(/Changed\..*/)?.[0], { what: 'changed' });
    expect(said).toMatch(/the keys of these accounts again: Other\..*revoke the old one/);
    expect(await mode()).toBe('password');
    const { records, keyObjects } = await readVault(options);
    expect({ records: records.length, keyObjects }).toEqual({ records: 1, keyObjects: 0 });
    expect(await listAskedByRing()).toEqual(ONE_SET);
    expect((await readItem(options, 'accounts'))?.map(({ label }) => label)).toEqual(['Main', 'Other']);
    await openPane(options, 'accounts');
    const asksForKey = async () =>
      (await text(options, 'li.account + li.account'))?.includes('No key is stored for this');
    await until(asksForKey, { what: 'whose key is not stored' });

    // From the password, only with it, to the session and back to the device: nothing is lost.
    await chooseMode(options, 'For this browser session', { 'Current password': 'a wrong one' });
    await press(options, 'Change');
    await says(/Wrong password/);
    expect(await mode()).toBe('password');
    await changeMode(options, 'For this browser session', { 'Current password': PASSWORD });
    expect(await mode()).toBe('session');
    expect((await readVault(options)).records).toEqual([]);
    await changeMode(options, 'On this device', {});
    expect(await mode()).toBe('device');
    expect((await readVault(options)).keyObjects).toBe(2);
    expect(await listAskedByRing()).toEqual(ONE_SET);

    // To another password, which alone opens the vault from then on.
    await changeMode(options, 'With a password', { ...newPassword(), 'Secret key of Main': key.secret });
    await press(options, 'Change password');
    const change = await element(options, 'form', 'Change key storage');
    for (const [label, value] of Object.entries({ 'Current password': PASSWORD, ...newPassword('another password') }))
      await fill(change, label, value);
    await press(change, 'Change');
    await until(async () => (await status(options)).includes('Changed.'), { what: 'changed' });
    await press(options, 'Lock now');
    await unlock(options);
    await says(/Wrong password/);
    await unlock(options, 'another password');
    await waitUntilLocked(options, false);

    // To the device without the password, which the user has forgotten: the accounts stay, their keys are gone.
    await press(options, 'Lock now');
    await waitUntilLocked(options);
    await chooseMode(options, 'On this device', {});
    await tick(options, 'I forgot it');
    await press(options, 'Change');
    await press(options, 'Change and delete them');
    await until(async () => (await status(options)).includes('Changed.'), { what: 'changed' });
    expect(await mode()).toBe('device');
    expect(await countVaultRecords(options)).toBe(0);
    expect((await readItem(options, 'accounts'))?.length).toBe(2);
    expect(await listAskedByRing()).toEqual([]);
  });
});
