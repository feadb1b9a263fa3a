import { describe, expect, it } from 'vitest';
import { createTestClock } from '../../testing/fake-clock.ts';
import { sendRequest } from '../http/client.ts';
import { computeClockOffset } from '../http/clock-offset.ts';
import { serverTimeRequest } from '../http/endpoints.ts';
import { unwrapEnvelope } from '../http/envelope.ts';
import { parseMarginAccounts } from './margin-accounts.ts';
import { parseClassicPositions, parseUnifiedPositions } from './positions.ts';
import { parseUnifiedAssets } from './unified-assets.ts';

const repeat = (count: number, row: object = {}) => Array(count).fill(row);
const unreadable = (where: string) => ({ ok: false, failure: { kind: 'unreadable', where } });
const success = { ok: true };

describe('R1: a list', () => {
  it('of margin accounts is parsed up to 200 rows', () => {
    expect(parseMarginAccounts(repeat(200), 'USDT-FUTURES')).toMatchObject(success);
    expect(parseMarginAccounts(repeat(201), 'USDT-FUTURES')).toEqual(unreadable('data.length'));
  });

  it('of positions is parsed up to 1,000 rows, if all are objects', () => {
    expect(parseClassicPositions(repeat(1000))).toMatchObject(success);
    expect(parseClassicPositions(repeat(1001))).toEqual(unreadable('positions'));
    expect(parseClassicPositions(['x'])).toEqual(unreadable('positions'));
    expect(parseUnifiedPositions({ list: repeat(1001) })).toEqual(unreadable('positions'));
    expect(parseUnifiedPositions([])).toEqual(unreadable('data'));
    expect(parseUnifiedPositions('x')).toEqual(unreadable('data'));
  });

  it('of assets is truncated, without invalid rows, and empty when missing', () => {
    const readAssets = (assetList: unknown) => {
      const read = parseMarginAccounts([{ assetList }], 'USDT-FUTURES');
      return read.ok ? read.value[0]?.assets : undefined;
    };
    expect(readAssets(repeat(300, { coin: 'BTC' }))).toHaveLength(200);
    expect(readAssets(['x', { coin: 'BTC', balance: '1', available: '2' }, null])).toEqual([
      { coin: 'BTC', balance: '1', available: '2' },
    ]);
    expect(readAssets('BTC')).toEqual([]);
    const readUnifiedAssets = (assets: unknown) => {
      const read = parseUnifiedAssets({ assets });
      return read.ok ? read.value[0]?.assets : undefined;
    };
    expect(readUnifiedAssets(repeat(1500, { coin: 'BTC' }))).toHaveLength(1000);
    expect(readUnifiedAssets(['x', { coin: null, equity: '1' }])).toMatchObject([{ coin: '?', equity: '1' }]);
    expect(readUnifiedAssets({})).toEqual([]);
  });
});

describe('a response at a limit', () => {
  const unwrap = (status: number, body: unknown, retryAfter: string | null = null) =>
    unwrapEnvelope({
      status,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      retryAfter,
      date: null,
      now: 1000,
    });
  const successBody = { code: '00000', data: 'x' };

  it.each([
    [299, successBody, { ok: true, value: 'x' }],
    [300, successBody, { ok: false, failure: { kind: 'trouble', code: 'HTTP 300' } }],
    [429, { code: '40725' }, { ok: false, failure: { kind: 'throttled', until: 11_000, hasRetryAfter: false } }],
    [405, { code: '99999' }, { ok: false, failure: { kind: 'invalid', code: '99999' } }],
    [500, '<html>', { ok: false, failure: { kind: 'trouble', code: 'HTTP 500' } }],
    [499, '<html>', { ok: false, failure: { kind: 'unreadable', where: 'HTTP 499' } }],
    [200, ' \n', { ok: false, failure: { kind: 'blank' } }],
  ])('maps HTTP %i %j to a result', (status, body, expected) => {
    expect(unwrap(status, body)).toEqual(expected);
  });

  it.each([
    ['15', 15_000],
    [' 15 ', 15_000],
    ['999999999', 900_000],
    ['5 seconds or so', 10_000],
  ])('P4: waits with Retry-After %j for %i ms', (retryAfter, wait) => {
    expect(unwrap(429, '', retryAfter)).toMatchObject({ failure: { until: 1000 + wait } });
  });

  const createNetwork = (response: () => Promise<Response>) => ({
    fetch: response,
    clock: createTestClock(),
    deadline: new AbortController().signal,
  });

  it('is blank when it has no body', async () => {
    const nothing = createNetwork(async () => new Response(null));
    expect(await sendRequest(serverTimeRequest(), null, nothing)).toEqual({
      ok: false,
      failure: { kind: 'blank' },
    });
  });

  it('P5: gives no clock offset when it fails or holds no object', async () => {
    const failing = createNetwork(async () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await computeClockOffset(failing)).toEqual({ ok: false, failure: { kind: 'unreachable' } });
    const text = createNetwork(async () => new Response(JSON.stringify({ code: '00000', data: 'serverTime' })));
    expect(await computeClockOffset(text)).toEqual({ ok: false, failure: { kind: 'unreadable', where: 'serverTime' } });
  });
});
