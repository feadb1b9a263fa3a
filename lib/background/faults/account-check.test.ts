import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { classicRow, type Fault } from '../../../simulator/index.ts';
import type { Account } from '../../domain/account/account.ts';
import type { CheckOutcome } from '../../domain/account/account-draft.ts';
import { HOUR, MINUTE } from '../../domain/core/time.ts';
import { describeCheckError, fieldForFailure } from '../../domain/troubleshooting/check-failure-text.ts';
import { english } from '../../testing/english-i18n.ts';
import { readStored } from '../../testing/simulated-background/environment.ts';
import {
  createKey,
  type SimulatedExchange,
  startSimulatedExchange,
} from '../../testing/simulated-background/simulated-exchange.ts';

const key = createKey('check');
const PEM = '-----BEGIN PRIVATE KEY----- MIIEvQIBADANBgkqhkiG9w0BAQEFAASC -----END PRIVATE KEY-----';
let scene: SimulatedExchange;

beforeEach(async () => {
  scene = await startSimulatedExchange([{ ...key, family: 'classic', accounts: { 'USDT-FUTURES': [classicRow()] } }]);
});
afterEach(() => {
  vi.useRealTimers();
});

/** Describes the result of a check as the form does, with the field that it marks. */
const explainOutcome = (outcome: CheckOutcome | undefined) => {
  if (!outcome || outcome.ok || outcome.failure.kind === 'concern') throw new Error('the check did not fail');
  const { title, advice } = describeCheckError(outcome.failure, english);
  return { field: fieldForFailure(outcome.failure), text: `${title} ${advice}` };
};

describe('an invalid draft', () => {
  it.each([
    ['an empty API key', { apiKey: '' }, 'apiKey'],
    ['an empty secret key', { secret: '' }, 'secret'],
    ['an empty passphrase', { passphrase: '   ' }, 'passphrase'],
    ['two keys in one field', { apiKey: 'bg_one bg_two' }, 'apiKey'],
    ['a PEM key as the secret', { secret: PEM }, 'secret'],
    ['letters that no header can carry', { passphrase: 'пароль' }, 'passphrase'],
    ['no product type', { products: [] }, 'products'],
  ])('with %s is not sent, and its field is marked', async (_, change, field) => {
    const explained = explainOutcome(await scene.connect(key, change));
    expect(explained.field).toBe(field);
    expect(explained.text.length).toBeGreaterThan(10);
    expect(scene.listRequests()).toEqual([]);
    expect(scene.environment.areas.local.has('accounts')).toBe(false);
  });
});

describe('a check that fails', () => {
  it.each<[string, Fault, string]>([
    ['an address that is not on the list', { kind: 'code', code: '40018' }, 'IP address is not on this key'],
    ['a missing permission', { kind: 'code', code: '40014', msg: 'need contract read' }, 'need contract read'],
    ['the other kind of key', { kind: 'code', code: '40099' }, 'Demo trading key'],
    ['a region', { kind: 'code', code: '40103' }, 'region'],
    ['an upgrade', { kind: 'code', code: '40200' }, 'under maintenance'],
    ['a code that nobody knows', { kind: 'code', code: '49999' }, '49999'],
    ['no network', { kind: 'reset' }, 'cannot be reached'],
    ['an answer that is not JSON', { kind: 'html', status: 200 }, 'couldn’t be read'],
    ['a page of a firewall', { kind: 'html', status: 403 }, 'blocks this network'],
    ['a redirect elsewhere', { kind: 'redirect', to: 'https://evil.example/' }, 'cannot be reached'],
    ['an empty answer', { kind: 'empty' }, 'response was empty'],
    ['too many requests', { kind: 'throttle', retryAfter: '60' }, 'Too many requests'],
  ])('because of %s is explained, and stores nothing', async (_, error, text) => {
    scene.exchange.fault({}, error);
    expect(explainOutcome(await scene.connect(key)).text).toContain(text);
    expect(scene.environment.areas.local.has('accounts')).toBe(false);
    expect(scene.exchange.log.every(({ signature }) => signature === 'right')).toBe(true);
  });

  it("because of an incorrigible clock names the clock's offset", async () => {
    scene.exchange.fault({ path: '/api/v2/mix/account/accounts' }, { kind: 'code', code: '40008' });
    scene.exchange.moveClock(10 * MINUTE);
    expect(explainOutcome(await scene.connect(key)).text).toContain('clock is off by 600 s');
  });
});

it("corrects a wrong clock by the server's time and saves the account despite pasted spaces", async () => {
  scene.exchange.moveClock(10 * MINUTE);
  const pasted = {
    label: ' Main ',
    apiKey: ` ${key.apiKey} `,
    secret: ` ${key.secret}`,
    passphrase: `${key.passphrase} `,
  };
  expect(await scene.connect(key, pasted)).toMatchObject({ ok: true });
  expect(scene.exchange.log.map(({ path, code }) => `${path.split('/').at(-1)} ${code}`)).toEqual([
    'accounts 40008',
    'time 00000',
    'accounts 00000',
    'info 00000',
  ]);
  expect(scene.view().cards).toMatchObject([{ name: 'USDT USDT-M, Main' }]);
});

it('F3 keeps no outcome from before the clock was set back', async () => {
  await scene.connect(key);
  const [account] = readStored<readonly Account[]>(scene.environment, 'local', 'accounts') ?? [];
  vi.setSystemTime(Date.now() - HOUR);
  await scene.send({ type: 'check', request: 'again', account: account?.id });
  expect(Object.keys(readStored<object>(scene.environment, 'session', 'outcomes') ?? {})).toEqual(['again']);
});
