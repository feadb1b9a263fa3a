import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { classicRow } from '../../simulator/index.ts';
import { credentialsFor, type Fixture, openFixture } from '../harness/fixture.ts';
import { alert, element, enterAccount, tick, unfold, until } from '../harness/index.ts';
import { wrongFields } from '../harness/state/inspect.ts';
import { parkPolling } from '../harness/state/rounds.ts';

const key = credentialsFor('first');
let scene: Fixture;

beforeAll(async () => {
  scene = await openFixture([{ ...key, family: 'classic', accounts: { 'USDT-FUTURES': [classicRow()] } }]);
});
afterAll(() => scene?.close());

/** Sends the form and waits for what it says. */
async function submit(fields: Partial<typeof key>, said: string): Promise<void> {
  await enterAccount(scene.options, { label: 'Main', ...key, ...fields });
  await until(async () => (await alert(scene.options)).includes(said), { what: said });
}

/** Every draft and every refusal is in `lib/background/faults/account-check.test.ts`. */
describe('the form of an account', () => {
  it('is not sent while it cannot be right, and marks the field', async () => {
    const { options, simulator } = scene;
    await enterAccount(options, { label: 'Main', ...key, passphrase: 'пароль' });
    await until(async () => (await wrongFields(options)).length > 0, { what: 'a field is marked' });
    expect(await wrongFields(options)).toEqual(['Passphrase']);
    expect((await alert(options)).length).toBeGreaterThan(10);
    await unfold(await element(options, 'form', 'Add account'), 'Advanced');
    const labels = ['USDT-M', 'USDC-M'];
    for (const label of labels) await tick(options, label, false);
    await submit({}, 'product');
    for (const label of labels) await tick(options, label, true);
    expect(simulator.log).toEqual([]);
  });

  it('explains a refusal of Bitget and keeps the typed values', async () => {
    const undo = scene.simulator.fault({}, { kind: 'code', code: '40014', msg: 'need contract read' });
    await submit({}, 'need contract read');
    undo();
    const secret = await (await element(scene.options, 'textbox', 'Secret key')).evaluate((node) =>
      node instanceof HTMLInputElement ? node.value : '',
    );
    expect(secret).toBe(key.secret);
    expect(await scene.browser.storage('local')).not.toHaveProperty('accounts');
  });

  it('saves the account of a key that was pasted with spaces, while the clock is ten minutes off', async () => {
    const { options, simulator } = scene;
    // No alarm of the product's own is to ask for what was just saved.
    await parkPolling(options);
    simulator.moveClock(10 * 60_000);
    simulator.clearLog();
    await enterAccount(options, {
      label: ' Main ',
      apiKey: ` ${key.apiKey} `,
      secret: ` ${key.secret}`,
      passphrase: `${key.passphrase} `,
    });
    await element(options, 'listitem', 'Main');
    expect(simulator.log.map(({ path, code }) => `${path.split('/').at(-1)} ${code}`)).toEqual([
      'accounts 40008',
      'time 00000',
      'accounts 00000',
      'accounts 00000',
      'info 00000',
    ]);
  });
});
