import { describe, expect, it } from 'vitest';
import { createTestClock } from '../../testing/fake-clock.ts';
import { sendRequest } from '../http/client.ts';
import { computeClockOffset } from '../http/clock-offset.ts';
import { serverTimeRequest } from '../http/endpoints.ts';
import { unwrapEnvelope } from '../http/envelope.ts';
import { parseMarginAccounts } from './margin-accounts.ts';
import { parseClassicPositions, parseUnifiedPositions } from './positions.ts';
import { parseUnifiedAssets } from './unified-assets.ts';

const many = (count: number, row: object = {}) => Array(count).fill(row);
const unreadable = (where: string) => ({ ok: false, failure: { kind: 'unreadable', where } });
const isRead = { ok: true };

describe('R1: a list', () => {
  it('of margin accounts is read up to 200 rows', () => {
    expect(parseMarginAccounts(many(200), 'USDT-FUTURES')).toMatchObject(isRead);
    expect(parseMarginAccounts(many(201), 'USDT-FUTURES')).toEqual(unreadable('data.length'));
  });

  it('of positions is read up to 1,000 rows, and only if all are rows', () => {
    expect(parseClassicPositions(many(1000))).toMatchObject(isRead);
    expect(parseClassicPositions(many(1001))).toEqual(unreadable('positions'));
    expect(parseClassicPositions(['x'])).toEqual(unreadable('positions'));
    expect(parseUnifiedPositions({ list: many(1001) })).toEqual(unreadable('positions'));
    expect(parseUnifiedPositions([])).toEqual(unreadable('data'));
    expect(parseUnifiedPositions('x')).toEqual(unreadable('data'));
  });

  it('of assets is cut, what is no row in it left out, and is empty where there is none', () => {
    const assetsOf = (assetList: unknown) => {
      const read = parseMarginAccounts([{ assetList }], 'USDT-FUTURES');
      return read.ok ? read.value[0]?.assets : undefined;
    };
    expect(assetsOf(many(300, { coin: 'BTC' }))).toHaveLength(200);
    expect(assetsOf(['x', { coin: 'BTC', balance: '1', available: '2' }, null])).toEqual([
      { coin: 'BTC', balance: '1', available: '2' },
    ]);
    expect(assetsOf('BTC')).toEqual([]);
    const poolOf = (assets: unknown) => {
      const read = parseUnifiedAssets({ assets });
      return read.ok ? read.value[0].assets : undefined;
    };
    expect(poolOf(many(1500, { coin: 'BTC' }))).toHaveLength(1000);
    expect(poolOf(['x', { coin: null, equity: '1' }])).toMatchObject([{ coin: '?', equity: '1' }]);
    expect(poolOf({})).toEqual([]);
  });
});

describe('an answer at the edge', () => {
  const answer = (status: number, body: unknown, retryAfter: string | null = null) =>
    unwrapEnvelope({
      status,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      retryAfter,
      date: null,
      now: 1000,
    });
  const success = { code: '00000', data: 'x' };

  it.each([
    [299, success, { ok: true, value: 'x' }],
    [300, success, { ok: false, failure: { kind: 'trouble', code: 'HTTP 300' } }],
    [429, { code: '40725' }, { ok: false, failure: { kind: 'throttled', until: 61_000, told: false } }],
    [405, { code: '99999' }, { ok: false, failure: { kind: 'invalid', code: '99999' } }],
    [500, '<html>', { ok: false, failure: { kind: 'trouble', code: 'HTTP 500' } }],
    [499, '<html>', { ok: false, failure: { kind: 'unreadable', where: 'HTTP 499' } }],
    [200, ' \n', { ok: false, failure: { kind: 'blank' } }],
  ])('HTTP %i %j', (status, body, expected) => {
    expect(answer(status, body)).toEqual(expected);
  });

  it.each([
    ['15', 15_000],
    [' 15 ', 15_000],
    ['999999999', 900_000],
    ['5 seconds or so', 60_000],
  ])('P4: Retry-After %j is %i ms', (retryAfter, wait) => {
    expect(answer(429, '', retryAfter)).toMatchObject({ failure: { until: 1000 + wait } });
  });

  const net = (response: () => Promise<Response>) => ({
    fetch: response,
    clock: createTestClock(),
    deadline: new AbortController().signal,
  });

  it('without a body has a name of its own', async () => {
    const nothing = net(async () => new Response(null));
    expect(await sendRequest(serverTimeRequest(), null, nothing)).toEqual({
      ok: false,
      failure: { kind: 'blank' },
    });
  });

  it('P5: that does not come, or holds no object, sets no clock', async () => {
    const failing = net(async () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await computeClockOffset(failing)).toEqual({ ok: false, failure: { kind: 'unreachable' } });
    const text = net(async () => new Response(JSON.stringify({ code: '00000', data: 'serverTime' })));
    expect(await computeClockOffset(text)).toEqual({ ok: false, failure: { kind: 'unreadable', where: 'serverTime' } });
  });
});
