import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import documented from '../fixtures/accounts-documented.json' with { type: 'json' };
import { documentedRow } from '../samples/index.ts';
import { type Simulator, startSimulator } from '../server/server.ts';
import { classic, paths, unified } from '../testing/accounts.ts';
import { type Credentials, call } from '../testing/raw-client.ts';

let now = 1_700_000_000_000;
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ accounts: [classic, unified], now: () => now });
});
afterAll(() => simulator.close());

async function read(target: string, credentials: Credentials | null = classic) {
  now += 5000;
  const reply = await call(simulator, target, credentials, { timestamp: String(now) });
  return { ...reply, body: JSON.parse(reply.text) };
}

describe('answers', () => {
  it('come in the envelope, stamped with the server clock and with no CORS headers', async () => {
    const { status, headers, body } = await read(paths.accounts);
    expect(status).toBe(200);
    expect(Object.keys(body)).toEqual(['code', 'msg', 'requestTime', 'data']);
    expect(body).toMatchObject({ code: '00000', msg: 'success', requestTime: now });
    expect(headers['x-mbx-used-remain-limit']).toBe('9');
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('give the time as a string of ms', async () => {
    expect((await read(paths.time, null)).body.data).toEqual({ serverTime: String(now) });
  });

  it('give the rows of a product type as they stand, and none as []', async () => {
    simulator.account('bg_classic').accounts = { 'SUSDT-FUTURES': [documentedRow, null, 'odd'] };
    const { body } = await read('/api/v2/mix/account/accounts?productType=SUSDT-FUTURES');
    expect(body.data).toEqual([documented.data[0], null, 'odd']);
    expect((await read(paths.accounts)).body.data).toEqual([]);
  });

  it.each(['', '?productType=', '?productType=usdt', '?productType=SPOT'])(
    'refuse the product type in %s',
    async (query) => {
      expect(await read(`/api/v2/mix/position/all-position${query}`)).toMatchObject({
        status: 400,
        body: { code: '400172', data: null },
      });
    },
  );

  it('give the positions of one margin coin when the request names it', async () => {
    const path = '/api/v2/mix/position/all-position?productType=COIN-FUTURES';
    expect((await read(path)).body.data).toHaveLength(2);
    const { body } = await read(`${path}&marginCoin=eth`);
    expect(body.data).toMatchObject([{ symbol: 'ETHUSD' }]);
  });

  it('give the unified figures, and null for a category without positions', async () => {
    expect((await read(paths.assets, unified)).body.data).toEqual(unified.assets);
    expect((await read(paths.current, unified)).body.data.list).toHaveLength(1);
    const other = '/api/v3/position/current-position?category=COIN-FUTURES';
    expect((await read(other, unified)).body.data).toEqual({ list: null });
    expect((await read('/api/v3/position/current-position', unified)).body.code).toBe('400172');
  });
});

describe('key checks', () => {
  it('classic: authorities and addresses', async () => {
    simulator.account('bg_classic').ips = ['127.0.0.1', '203.0.113.9'];
    expect((await read(paths.spotInfo)).body.data).toMatchObject({
      userId: '1',
      ips: '127.0.0.1,203.0.113.9',
      authorities: ['coor', 'stor'],
    });
  });

  it('unified: permissions, and whether they can write', async () => {
    const account = simulator.account('bg_unified');
    expect((await read(paths.unifiedInfo, unified)).body.data).toMatchObject({
      permType: 'read-only',
      permissions: ['uta_mgt'],
      ips: '',
    });
    account.permissions = ['uta_mgt', 'uta_trade'];
    expect((await read(paths.unifiedInfo, unified)).body.data.permType).toBe('read-and-write');
    account.permType = 'read-only';
    expect((await read(paths.unifiedInfo, unified)).body.data.permType).toBe('read-only');
  });
});

describe('the server', () => {
  it.each(['/', '/api/v2/mix/order/place-order', '/api/v2/public/time/', '/toString'])(
    'does not know %s',
    async (path) => {
      expect(await read(path)).toMatchObject({ status: 404, body: { code: '40404' } });
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('takes no %s', async (method) => {
    const reply = await call(simulator, paths.time, null, { method });
    expect(reply.status).toBe(405);
  });

  it('names its address and a certificate that clients can trust', () => {
    expect(simulator.origin).toBe(`https://127.0.0.1:${simulator.port}`);
    expect(simulator.certificate.pem).toContain('BEGIN CERTIFICATE');
    expect(Buffer.from(simulator.certificate.spki, 'base64')).toHaveLength(32);
  });

  it('throws for an account that does not exist', () => {
    expect(() => simulator.account('nobody')).toThrow('nobody');
  });
});
