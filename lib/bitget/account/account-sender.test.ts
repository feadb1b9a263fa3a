import { expect, it } from 'vitest';
import { failed, ok } from '../../domain/core/result.ts';
import { buildAccount } from '../../testing/builders.ts';
import { createTestClock } from '../../testing/fake-clock.ts';
import { accountListRequest } from '../http/endpoints.ts';
import { importSigningKey } from '../http/sign.ts';
import { createAccountSender } from './account-sender.ts';

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
    family: 'classic' as const,
    skew: { offset: 0 },
    throttles: {},
  };
  const credentials = { apiKey: 'key', passphrase: 'p', signing: await importSigningKey('my-secret-key') };
  const { send } = createAccountSender(buildAccount(), credentials, context);
  expect(await send(accountListRequest('USDT-FUTURES'))).toEqual(ok([]));
  expect(events).toEqual(['marked main', 'fetched']);
  deadline.abort();
  expect(await send(accountListRequest('USDT-FUTURES'))).toEqual(failed({ kind: 'timeout' }));
  expect(events).toEqual(['marked main', 'fetched']);
});
