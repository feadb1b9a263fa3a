import { describe, expect, it, vi } from 'vitest';
import { createTestClock } from '../../testing/fake-clock.ts';
import { type Network, sendRequest } from './client.ts';
import { computeClockOffset } from './clock-offset.ts';
import { accountListRequest, serverTimeRequest } from './endpoints.ts';
import { importSigningKey } from './sign.ts';

const body = (data: unknown) => new Response(JSON.stringify({ code: '00000', data }));
const netOf = (answer: typeof fetch, clock = createTestClock(1659076660000)) => {
  const fetched = vi.fn(answer);
  return { net: { fetch: fetched, clock, deadline: new AbortController().signal } satisfies Network, fetched, clock };
};
const caller = async (change = {}) => ({
  credentials: { apiKey: 'bg_key', passphrase: 'open sesame', signing: await importSigningKey('my-secret-key') },
  demo: false,
  clockOffset: 10_000,
  ...change,
});

describe('S5: a call', () => {
  it('is a signed GET to the one host that carries nothing else and follows nothing', async () => {
    const { net, fetched } = netOf(async () => body([]));
    expect(await sendRequest(accountListRequest('USDT-FUTURES'), await caller(), net)).toEqual({ ok: true, value: [] });
    expect(fetched).toHaveBeenCalledExactlyOnceWith(
      'https://api.bitget.com/api/v2/mix/account/accounts?productType=USDT-FUTURES',
      {
        method: 'GET',
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: expect.any(AbortSignal),
        headers: {
          locale: 'en-US',
          'ACCESS-KEY': 'bg_key',
          'ACCESS-PASSPHRASE': 'open sesame',
          'ACCESS-TIMESTAMP': '1659076670000',
          // The published vector: the clock's offset is in the timestamp.
          'ACCESS-SIGN': 'qqc0DUh1FtrxD1Gs7A7d+ebCeu47O6qizShkXNxhql0=',
        },
      },
    );
  });

  it('tells Bitget of a demo key by header', async () => {
    const { net, fetched } = netOf(async () => body([]));
    await sendRequest(accountListRequest('USDT-FUTURES'), await caller({ demo: true }), net);
    expect(fetched.mock.calls[0]?.[1]?.headers).toMatchObject({ paptrading: '1' });
  });

  it('for the time is not signed', async () => {
    const { net, fetched } = netOf(async () => body({ serverTime: '1' }));
    await sendRequest(serverTimeRequest(), null, net);
    expect(fetched.mock.calls[0]?.[1]?.headers).toEqual({ locale: 'en-US' });
  });
});

describe('an answer that does not come', () => {
  const failing = async (
    error: unknown,
    prepare: (clock: ReturnType<typeof createTestClock>) => void = () => undefined,
  ) => {
    const { net, clock } = netOf(async () => {
      prepare(clock);
      throw error;
    });
    return await sendRequest(serverTimeRequest(), null, net);
  };

  it('because of the network is unreachable, or offline when the browser says so', async () => {
    expect(await failing(new TypeError('Failed to fetch'))).toEqual({ ok: false, failure: { kind: 'unreachable' } });
    expect(
      await failing(new TypeError('Failed to fetch'), (clock) => {
        clock.connected = false;
      }),
    ).toEqual({
      ok: false,
      failure: { kind: 'offline' },
    });
  });

  it('in time is a timeout (L3)', async () => {
    expect(await failing(new DOMException('', 'TimeoutError'), (clock) => clock.expire())).toEqual({
      ok: false,
      failure: { kind: 'timeout' },
    });
  });

  it('or does, meets its deadline of 8 s, which lies within the round’s', async () => {
    const { net, clock } = netOf(async () => body([]));
    const meet = vi.fn();
    const deadline = vi.fn((_: number, signal: AbortSignal) => ({ signal, meet }));
    const within = { ...net, clock: { ...clock, deadline } };
    await sendRequest(serverTimeRequest(), null, within);
    expect(meet).toHaveBeenCalledOnce();
    const offline = async () => Promise.reject(new TypeError('Failed to fetch'));
    await sendRequest(serverTimeRequest(), null, { ...within, fetch: offline });
    expect(meet).toHaveBeenCalledTimes(2);
    expect(deadline).toHaveBeenLastCalledWith(8_000, net.deadline);
  });

  it('because of a mistake of ours is thrown', async () => {
    await expect(failing(new RangeError('mistake'))).rejects.toThrow('mistake');
  });
});

describe('R1: a body', () => {
  it('is cut off at 1 MiB', async () => {
    let sent = 0;
    let cancelled = false;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
      cancel: () => {
        cancelled = true;
      },
    });
    const { net } = netOf(async () => new Response(endless));
    expect(await sendRequest(serverTimeRequest(), null, net)).toEqual({
      ok: false,
      failure: { kind: 'unreadable', where: 'length' },
    });
    expect(cancelled).toBe(true);
    expect(sent).toBeLessThan(1.3 * 1024 * 1024);
  });

  it('of exactly 1 MiB is read, characters whole across chunks', async () => {
    const text = JSON.stringify({ code: '00000', data: 'ü'.repeat(1000) });
    const bytes = new TextEncoder().encode(text + ' '.repeat(1024 * 1024 - new TextEncoder().encode(text).length));
    const chunks = new ReadableStream({
      start: (controller) => {
        for (let at = 0; at < bytes.length; at += 777) controller.enqueue(bytes.slice(at, at + 777));
        controller.close();
      },
    });
    const { net } = netOf(async () => new Response(chunks));
    expect(await sendRequest(serverTimeRequest(), null, net)).toEqual({ ok: true, value: 'ü'.repeat(1000) });
  });
});

describe('P5: the clock', () => {
  it.each([600_000, -600_000, 86_400_000, -86_400_000])(
    'is off by %i ms, half the round trip taken off',
    async (offset) => {
      const { net } = netOf(async () => {
        clock.time += 300;
        return body({ serverTime: String(1_700_000_000_000 + 150 + offset) });
      });
      const clock = net.clock;
      clock.time = 1_700_000_000_000;
      expect(await computeClockOffset(net)).toEqual({ ok: true, value: offset });
    },
  );

  it.each([{}, null, { serverTime: '' }, { serverTime: 'soon' }])('cannot be read from %j', async (data) => {
    const { net } = netOf(async () => body(data));
    expect(await computeClockOffset(net)).toEqual({ ok: false, failure: { kind: 'unreadable', where: 'serverTime' } });
  });
});
