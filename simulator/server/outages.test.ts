import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { classic, paths } from '../testing/accounts.ts';
import { call, open } from '../testing/raw-client.ts';
import { type Simulator, startSimulator } from './server.ts';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ accounts: [classic] });
});
afterEach(() => simulator.close());

const ask = (target: string = paths.accounts) => call(simulator, target, classic);

describe('lines that fail', () => {
  it('reset: the connection breaks', async () => {
    simulator.fault({}, { kind: 'reset' });
    await expect(ask()).rejects.toThrow(/socket hang up|ECONNRESET/);
  });

  it('silence: the request is in the log, and no answer comes until the server is closed', async () => {
    simulator.fault({}, { kind: 'silence' });
    const asked = ask().then(
      () => 'answered',
      () => 'broken',
    );
    await vi.waitFor(() => expect(simulator.log).toHaveLength(1));
    expect(simulator.log[0]).toMatchObject({ status: null, code: null, signature: 'right' });
    await simulator.close();
    expect(await asked).toBe('broken');
  });

  it('drip: headers, then a body that goes on', async () => {
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

describe('when and how often', () => {
  it('a delay goes before the right answer, or before another fault', async () => {
    const started = performance.now();
    simulator.fault({}, { kind: 'delay', ms: 60 }, 1);
    expect((await ask()).status).toBe(200);
    simulator.fault(
      {},
      [
        { kind: 'delay', ms: 60 },
        { kind: 'html', status: 502 },
      ],
      1,
    );
    expect((await ask()).status).toBe(502);
    expect(performance.now() - started).toBeGreaterThan(110);
  });

  it('so many times, then no more', async () => {
    simulator.fault({}, { kind: 'html', status: 500 }, 2);
    expect([await ask(), await ask(), await ask()].map(({ status }) => status)).toEqual([500, 500, 200]);
  });

  it('until undone', async () => {
    const undo = simulator.fault({}, { kind: 'html', status: 500 });
    expect((await ask()).status).toBe(500);
    undo();
    expect((await ask()).status).toBe(200);
  });

  it('only what matches by path, product type and key; the newest first', async () => {
    simulator.fault({ productType: 'COIN-FUTURES' }, { kind: 'html', status: 500 });
    simulator.fault({ path: '/api/v2/mix/position/all-position' }, { kind: 'html', status: 501 });
    simulator.fault({ apiKey: 'somebody else' }, { kind: 'html', status: 502 });
    expect((await ask()).status).toBe(200);
    expect((await ask(paths.positions)).status).toBe(501);
    expect((await ask('/api/v2/mix/account/accounts?productType=COIN-FUTURES')).status).toBe(500);
    simulator.fault({ apiKey: classic.apiKey }, { kind: 'html', status: 503 }, 1);
    expect((await ask(paths.positions)).status).toBe(503);
  });

  it('do not spend the rate limit', async () => {
    simulator.fault({ path: paths.spotInfo }, { kind: 'html', status: 500 }, 3);
    for (let time = 0; time < 3; time += 1) expect((await ask(paths.spotInfo)).status).toBe(500);
    expect((await ask(paths.spotInfo)).status).toBe(200);
  });
});
