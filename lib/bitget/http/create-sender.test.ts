import { expect, it } from 'vitest';
import { failed, ok } from '../../domain/core/result.ts';
import { createTestClock } from '../../testing/fake-clock.ts';
import { createSender } from './create-sender.ts';
import { accountListRequest } from './endpoints.ts';
import { importSigningKey } from './sign.ts';

it('marks a request as sent when it leaves, and sends none after the deadline of the round', async () => {
  const events: string[] = [];
  const deadline = new AbortController();
  const context = {
    fetch: async () => {
      events.push('fetched');
      return new Response('{"code":"00000","data":[]}');
    },
    clock: createTestClock(),
    deadline: deadline.signal,
    rateLimiter: async (name: string) => () => void events.push(`marked ${name}`),
    concurrencyLimiter: <T>(_: string, work: () => Promise<T>) => work(),
  };
  const credentials = { apiKey: 'key', passphrase: 'p', signing: await importSigningKey('my-secret-key') };
  const send = createSender('main', { credentials, demo: false }, { retries: 0, skew: { offset: 0 } }, context);
  expect(await send(accountListRequest('USDT-FUTURES'))).toEqual(ok([]));
  expect(events).toEqual(['marked main', 'fetched']);
  deadline.abort();
  expect(await send(accountListRequest('USDT-FUTURES'))).toEqual(failed({ kind: 'timeout' }));
  expect(events).toEqual(['marked main', 'fetched']);
});

it('asks at the last moment whether it may send, and again before the retry', async () => {
  const obstacle = { kind: 'throttled', until: 5, hasRetryAfter: true } as const;
  let fetched = 0;
  let marked = 0;
  const context = {
    fetch: async () => {
      fetched += 1;
      throw new TypeError('Failed to fetch');
    },
    clock: createTestClock(),
    deadline: new AbortController().signal,
    rateLimiter: async () => () => {
      marked += 1;
    },
    concurrencyLimiter: <T>(_: string, work: () => Promise<T>) => work(),
  };
  const credentials = { apiKey: 'key', passphrase: 'p', signing: await importSigningKey('my-secret-key') };
  const send = (options = {}) => {
    const budget = { retries: 1, skew: { offset: 0 } };
    return createSender(
      'main',
      { credentials, demo: false },
      budget,
      context,
    )(accountListRequest('USDT-FUTURES'), options);
  };
  const unreachable = failed({ kind: 'unreachable' });
  expect([await send({ findObstacle: () => obstacle }), fetched, marked]).toEqual([failed(obstacle), 0, 0]);
  expect([await send({ findObstacle: () => (fetched > 0 ? obstacle : null) }), fetched]).toEqual([unreachable, 1]);
  expect([await send({ mayRetry: () => false }), fetched]).toEqual([unreachable, 2]);
  expect([await send(), fetched, marked]).toEqual([unreachable, 4, 3]);
});
