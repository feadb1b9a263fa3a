import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { classic, paths } from '../testing/accounts.ts';
import { call, open } from '../testing/raw-client.ts';
import { type Simulator, startSimulator } from './server.ts';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ accounts: [classic] });
});
afterEach(() => simulator.close());

const send = (target: string = paths.accounts) => call(simulator, target, classic);

describe('failing connections', () => {
  it('reset: the connection breaks', async () => {
    simulator.fault({}, { kind: 'reset' });
    await expect(send()).rejects.toThrow(/socket hang up|ECONNRESET/);
  });

  it('silence: logs the request and sends no response until the server is closed', async () => {
    simulator.fault({}, { kind: 'silence' });
    const outcome = send().then(
      () => 'answered',
      () => 'broken',
    );
    await vi.waitFor(() => expect(simulator.log).toHaveLength(1));
    expect(simulator.log[0]).toMatchObject({ status: null, code: null, signature: 'right' });
    await simulator.close();
    expect(await outcome).toBe('broken');
  });

  it('drip: sends headers, then a body without end', async () => {
    simulator.fault({}, { kind: 'drip', bytesPerSecond: 200 });
    const response = await open(simulator, paths.accounts, classic);
    expect(response.statusCode).toBe(200);
    let read = '';
    for await (const chunk of response) {
      read += String(chunk);
      if (read.length > 25) break;
    }
    expect(read).toMatch(/^\{"code":"00000", +$/);
  });
});

describe('faults', () => {
  it('delay the right response, or another fault', async () => {
    const started = performance.now();
    simulator.fault({}, { kind: 'delay', ms: 60 }, 1);
    expect((await send()).status).toBe(200);
    simulator.fault(
      {},
      [
        { kind: 'delay', ms: 60 },
        { kind: 'html', status: 502 },
      ],
      1,
    );
    expect((await send()).status).toBe(502);
    expect(performance.now() - started).toBeGreaterThan(110);
  });

  it('apply as many times as given', async () => {
    simulator.fault({}, { kind: 'html', status: 500 }, 2);
    expect([await send(), await send(), await send()].map(({ status }) => status)).toEqual([500, 500, 200]);
  });

  it('apply until undone', async () => {
    const undo = simulator.fault({}, { kind: 'html', status: 500 });
    expect((await send()).status).toBe(500);
    undo();
    expect((await send()).status).toBe(200);
  });

  it('apply only to requests that match by path, product type and key; the newest first', async () => {
    simulator.fault({ productType: 'COIN-FUTURES' }, { kind: 'html', status: 500 });
    simulator.fault({ path: '/api/v2/mix/position/all-position' }, { kind: 'html', status: 501 });
    simulator.fault({ apiKey: 'somebody else' }, { kind: 'html', status: 502 });
    expect((await send()).status).toBe(200);
    expect((await send(paths.positions)).status).toBe(501);
    expect((await send('/api/v2/mix/account/accounts?productType=COIN-FUTURES')).status).toBe(500);
    simulator.fault({ apiKey: classic.apiKey }, { kind: 'html', status: 503 }, 1);
    expect((await send(paths.positions)).status).toBe(503);
  });

  it('do not spend the rate limit', async () => {
    simulator.fault({ path: paths.spotInfo }, { kind: 'html', status: 500 }, 3);
    for (let time = 0; time < 3; time += 1) expect((await send(paths.spotInfo)).status).toBe(500);
    expect((await send(paths.spotInfo)).status).toBe(200);
  });
});
