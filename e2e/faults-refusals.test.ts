import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RefusalCause } from '../lib/domain/failure.ts';
import { classicRow } from '../simulator/index.ts';
import { status, until } from './harness/index.ts';
import { asked, connect, ONE_SET, rest, ring, ringOften, tell } from './harness/round.ts';
import { keyOf, openScene, type Scene } from './harness/scene.ts';
import { elapse, stored } from './harness/stored.ts';

const rows = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
const MINUTE = 60_000;

/** A code for each meaning that only the user can mend, and what the popup says of it. */
const STOPS: Record<RefusalCause, readonly [code: string, said: string]> = {
  key: ['40037', 'API key not recognised'],
  passphrase: ['40012', 'Passphrase wrong'],
  secret: ['40009', 'Secret key wrong'],
  permission: ['40014', 'The key lacks a permission'],
  address: ['40018', 'This IP address is not on the key’s list'],
  demo: ['40099', 'demo trading choice do not match'],
  region: ['40103', 'not offer this in your region'],
  identity: ['40016', 'asks for a step of verification'],
  restricted: ['40022', 'restricted this account'],
};

describe('what only the user can mend', () => {
  const keys = Object.keys(STOPS).map((name) => keyOf(name));
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene(keys.map((key) => ({ ...key, family: 'classic', accounts: rows })));
  });
  afterAll(() => scene?.close());

  it('L4 nine accounts saved at the same moment are all kept', async () => {
    await Promise.all(keys.map((key) => connect(scene.options, key, key.passphrase)));
    expect((await stored(scene.options, 'accounts'))?.length).toBe(keys.length);
  });

  it('P3 is asked once for each code, and not again in ten periods', async () => {
    Object.values(STOPS).forEach(([code], index) => {
      scene.simulator.fault({ apiKey: keys[index]?.apiKey ?? '' }, { kind: 'code', code });
    });
    scene.simulator.clearLog();
    await ring(scene.options);
    expect(scene.simulator.log.map(({ code }) => code).toSorted()).toEqual(
      Object.values(STOPS)
        .map(([code]) => code)
        .toSorted(),
    );
    for (let hour = 0; hour < 10; hour += 1) {
      await rest(scene.options);
      await elapse(scene.options, 60 * MINUTE);
      await ringOften(scene.browser, scene.options, 1);
    }
    await rest(scene.options);
    await tell(scene.options, { type: 'refresh' });
    await ring(scene.options);
    expect(scene.simulator.log.length).toBe(keys.length);
    expect((await scene.browser.badge()).text).toBe('!');
  });

  it('P3 the popup says of each what to do', async () => {
    const popup = await scene.browser.open('popup.html');
    for (const [, words] of Object.values(STOPS)) {
      await until(async () => (await status(popup)).replaceAll("'", '’').includes(words), { what: words });
    }
    await popup.close();
    expect(scene.simulator.log.length).toBe(keys.length);
  });

  it('P3 is asked again when the user says so, and watched from then on', async () => {
    const [account] = (await stored(scene.options, 'accounts')) ?? [];
    const key = keys.find(({ passphrase }) => passphrase === account?.label);
    scene.simulator.fault({ apiKey: key?.apiKey ?? '' }, [], 5);
    await rest(scene.options);
    scene.simulator.clearLog();
    await tell(scene.options, { type: 'check', request: 'again', account: account?.id });
    const reading = async () => (await stored(scene.options, 'readings'))?.accounts[account?.id ?? ''];
    await until(async () => (await reading())?.retry.stopped === false, { what: 'it is watched again' });
    expect(asked(scene.simulator)).toEqual([...ONE_SET, 'info']);
    await ring(scene.options);
    expect(asked(scene.simulator)).toEqual([...ONE_SET, 'info', ...ONE_SET]);
  });
});
