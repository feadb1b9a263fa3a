import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { classicRow } from '../../../simulator/index.ts';
import type { Account } from '../../domain/account/account.ts';
import type { RefusalCause } from '../../domain/core/failure.ts';
import { MINUTE } from '../../domain/core/time.ts';
import { readStored } from '../../testing/simulated-background/environment.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../../testing/simulated-background/simulated-exchange.ts';

const rows = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
const ONE_SET = ['accounts', 'all-position'];

/** A code for each refusal that only the user can resolve, and the popup's text. */
const REFUSALS: Record<RefusalCause, readonly [code: string, text: string]> = {
  key: ['40037', 'API key not recognized'],
  passphrase: ['40012', 'Wrong passphrase'],
  secret: ['40009', 'Wrong secret key'],
  permission: ['40014', 'This key lacks a permission'],
  address: ['40018', 'Your IP address is not on this key’s list'],
  demo: ['40099', 'doesn’t match the demo trading setting'],
  region: ['40103', 'not offer this in your region'],
  identity: ['40016', 'requires a verification step'],
  restricted: ['40022', 'restricted this account'],
};
const causes = Object.keys(REFUSALS);
let scene: SimulatedExchange;

beforeEach(async () => {
  scene = await startSimulatedExchange(
    causes.map((cause) => ({ ...createKey(cause), family: 'classic', accounts: rows })),
  );
  for (const cause of causes) await scene.connect(createKey(cause), { label: cause });
  await scene.pass(MINUTE);
  scene.exchange.clearLog();
});
afterEach(() => {
  vi.useRealTimers();
});

const refuseAll = () =>
  Object.entries(REFUSALS).map(([cause, [code]]) =>
    scene.exchange.fault({ apiKey: createKey(cause).apiKey }, { kind: 'code', code }),
  );

describe('a refusal that only the user can resolve', () => {
  it('P3 is confirmed after a period, then asked again every 15 or 60 minutes, also over a restart', async () => {
    refuseAll();
    const times: Record<string, number[]> = {};
    for (let minute = 0; minute <= 62; minute += 1) {
      if (minute === 1) expect(scene.badge()).toBe('33%');
      await scene.ring();
      for (const { code } of scene.exchange.log) times[code ?? ''] = [...(times[code ?? ''] ?? []), minute];
      scene.exchange.clearLog();
      await scene.pass(MINUTE);
      if (minute === 30) await scene.restart();
    }
    const expected = (code: string) => (code === '40018' || code === '40103' ? [0, 1, 16, 31, 46, 61] : [0, 1, 61]);
    const codes = Object.values(REFUSALS).map(([code]) => code);
    expect(times).toEqual(Object.fromEntries(codes.map((code) => [code, expected(code)])));
    expect(scene.badge()).toBe('!');
  });

  it('P3 that passes is never reported', async () => {
    const undo = refuseAll();
    await scene.ring();
    for (const each of undo) each();
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.view().notices).toEqual([]);
    expect(scene.environment.notified).toEqual([]);
    expect(causes.every((cause) => scene.reading(cause).retry.failures === 0)).toBe(true);
  });

  it('P3 is asked again at once by a refresh', async () => {
    refuseAll();
    for (let round = 0; round < 2; round += 1) {
      await scene.ring();
      await scene.pass(MINUTE);
    }
    scene.exchange.clearLog();
    await scene.send({ type: 'refresh' });
    expect(scene.exchange.log).toHaveLength(causes.length);
  });

  it.each([
    ['an opened view', 'opened', []],
    ['a changed network', 'network', ['40018', '40103']],
  ])('P3 is asked at once by %s only where that may help', async (_, type, codes) => {
    refuseAll();
    for (let round = 0; round < 2; round += 1) {
      await scene.ring();
      await scene.pass(MINUTE);
    }
    scene.exchange.clearLog();
    await scene.send({ type });
    expect(scene.exchange.log.map(({ code }) => code).toSorted()).toEqual(codes);
  });

  it('P3 is asked once the network is back, although its return wakes no background', async () => {
    refuseAll();
    for (let round = 0; round < 2; round += 1) {
      await scene.ring();
      await scene.pass(MINUTE);
    }
    scene.exchange.clearLog();
    scene.setOnline(false);
    await scene.ring();
    await scene.pass(MINUTE);
    scene.setOnline(true);
    await scene.restart();
    await scene.ring();
    expect(scene.exchange.log.map(({ code }) => code).toSorted()).toEqual(['40018', '40103']);
  });

  it('P3 shows in the popup what to do, and keeps the figures', async () => {
    refuseAll();
    await scene.ring();
    const { notices, cards } = scene.view();
    for (const [cause, [, text]] of Object.entries(REFUSALS)) {
      const notice = notices.find((each) => each.startsWith(`${cause}: `)) ?? '';
      expect(notice).toContain(text);
    }
    expect(cards).toHaveLength(causes.length);
    expect(cards.every(({ available }) => available === '1,000.00')).toBe(true);
  });

  it('P3 ends with a check by the user, and polling continues', async () => {
    const undo = refuseAll();
    await scene.ring();
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.reading('secret').retry.stopped).toBe(true);
    for (const each of undo) each();
    await scene.pass(MINUTE);
    scene.exchange.clearLog();
    const account = readStored<readonly Account[]>(scene.environment, 'local', 'accounts')?.find(
      ({ label }) => label === 'secret',
    );
    await scene.send({ type: 'check', request: 'again', account: account?.id });
    expect(scene.listRequests()).toEqual([...ONE_SET, 'info']);
    expect(scene.reading('secret').retry.stopped).toBe(false);
    await scene.pass(MINUTE);
    await scene.ring();
    expect(scene.listRequests()).toEqual([...ONE_SET, 'info', ...ONE_SET]);
  });
});
