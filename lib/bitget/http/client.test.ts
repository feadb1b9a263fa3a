import { describe, expect, it, vi } from 'vitest';
import { createTestClock } from '../../testing/fake-clock.ts';
import { type Network, sendRequest } from './client.ts';
import { computeClockOffset } from './clock-offset.ts';
import { accountListRequest, serverTimeRequest } from './endpoints.ts';
import { importSigningKey } from './sign.ts';

const body = (data: unknown) => new Response(JSON.stringify({ code: '00000', data }));
const createNetwork = (answer: typeof fetch, clock = createTestClock(1659076660000)) => {
  const fetched = vi.fn(answer);
  return { net: { fetch: fetched, clock, deadline: new AbortController().signal } satisfies Network, fetched, clock };
};
const createSigner = async (change = {}) => ({
  credentials: { apiKey: 'bg_key', passphrase: 'open sesame', signing: await importSigningKey('my-secret-key') },
  demo: false,
  clockOffset: 10_000,
  ...change,
});

describe('S5: a request', () => {
  it('is a signed GET to the one host without cookies, referrer or redirects', async () => {
    const { net, fetched } = createNetwork(async () => body([]));
    expect(await sendRequest(accountListRequest('USDT-FUTURES'), await createSigner(), net)).toEqual({
      ok: true,
      value: [],
    });
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
          // Bitget's published example; the timestamp includes the clock offset.
          'ACCESS-SIGN': 'qqc0DUh1FtrxD1Gs7A7d+ebCeu47O6qizShkXNxhql0=',
        },
      },
    );
  });

  it('has a header for a demo key', async () => {
    const { net, fetched } = createNetwork(async () => body([]));
    await sendRequest(accountListRequest('USDT-FUTURES'), await createSigner({ demo: true }), net);
    expect(fetched.mock.calls[0]?.[1]?.headers).toMatchObject({ paptrading: '1' });
  });

  it('is unsigned when it reads the server’s time', async () => {
    const { net, fetched } = createNetwork(async () => body({ serverTime: '1' }));
    await sendRequest(serverTimeRequest(), null, net);
    expect(fetched.mock.calls[0]?.[1]?.headers).toEqual({ locale: 'en-US' });
  });
});

describe('a request without a response', () => {
  const sendFailing = async (
    error: unknown,
    prepare: (clock: ReturnType<typeof createTestClock>) => void = () => undefined,
  ) => {
    const { net, clock } = createNetwork(async () => {
      prepare(clock);
      throw error;
    });
    return await sendRequest(serverTimeRequest(), null, net);
  };

  it('fails as unreachable, or as offline when the browser is offline', async () => {
    expect(await sendFailing(new TypeError('Failed to fetch'))).toEqual({
      ok: false,
      failure: { kind: 'unreachable' },
    });
    expect(
      await sendFailing(new TypeError('Failed to fetch'), (clock) => {
        clock.connected = false;
      }),
    ).toEqual({
      ok: false,
      failure: { kind: 'offline' },
    });
  });

  it('fails with a timeout (L3)', async () => {
    expect(await sendFailing(new DOMException('', 'TimeoutError'), (clock) => clock.expire())).toEqual({
      ok: false,
      failure: { kind: 'timeout' },
    });
  });

  it('clears its timeout of 8 s, which ends with the round, after success and failure', async () => {
    const { net, clock } = createNetwork(async () => body([]));
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

  it('throws when the error is a mistake in the code', async () => {
    await expect(sendFailing(new RangeError('mistake'))).rejects.toThrow('mistake');
  });
});

describe('R1: a response body', () => {
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
    const { net } = createNetwork(async () => new Response(endless));
    expect(await sendRequest(serverTimeRequest(), null, net)).toEqual({
      ok: false,
      failure: { kind: 'unreadable', where: 'length' },
    });
    expect(cancelled).toBe(true);
    expect(sent).toBeLessThan(1.3 * 1024 * 1024);
  });

  it('is read up to 1 MiB, with characters that span chunks', async () => {
    const text = JSON.stringify({ code: '00000', data: 'ü'.repeat(1000) });
    const bytes = new TextEncoder().encode(text + ' '.repeat(1024 * 1024 - new TextEncoder().encode(text).length));
    const chunks = new ReadableStream({
      start: (controller) => {
        for (let at = 0; at < bytes.length; at += 777) controller.enqueue(bytes.slice(at, at + 777));
        controller.close();
      },
    });
    const { net } = createNetwork(async () => new Response(chunks));
    expect(await sendRequest(serverTimeRequest(), null, net)).toEqual({ ok: true, value: 'ü'.repeat(1000) });
  });
});

describe('P5: the clock offset', () => {
  it.each([600_000, -600_000, 86_400_000, -86_400_000])(
    'is %i ms, corrected by half the round trip',
    async (offset) => {
      const { net } = createNetwork(async () => {
        clock.time += 300;
        return body({ serverTime: String(1_700_000_000_000 + 150 + offset) });
      });
      const clock = net.clock;
      clock.time = 1_700_000_000_000;
      expect(await computeClockOffset(net)).toEqual({ ok: true, value: offset });
    },
  );

  it.each([{}, null, { serverTime: '' }, { serverTime: 'soon' }])('is unreadable in %j', async (data) => {
    const { net } = createNetwork(async () => body(data));
    expect(await computeClockOffset(net)).toEqual({ ok: false, failure: { kind: 'unreadable', where: 'serverTime' } });
  });
});
