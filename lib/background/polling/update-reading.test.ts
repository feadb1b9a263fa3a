import { expect, it } from 'vitest';
import type { ProductResponse, ProductResponses } from '../../bitget/account/account-response.ts';
import type { Product } from '../../domain/account/product-type.ts';
import type { Failure } from '../../domain/core/failure.ts';
import { failed, ok } from '../../domain/core/result.ts';
import { NO_READINGS, READY, type Readings } from '../../domain/polling/reading.ts';
import { buildAccount, buildMargin, buildPosition } from '../../testing/builders.ts';
import { createTestClock } from '../../testing/fake-clock.ts';
import { updateReading } from './update-reading.ts';

const clock = createTestClock();
const moment = { period: 60, startedAt: clock.now(), clock };
const learned = (before: Readings, failure: Failure | null, revision = 1): Readings => {
  const result = failure ? failed(failure) : ok([buildMargin({ accountEquity: '9' })]);
  const answers = new Map([
    ['USDT-FUTURES', { margin: result, positions: failure ? failed(failure) : ok([]) }],
  ] as const);
  const reading = updateReading(buildAccount({ revision }), before, { family: 'classic', answers }, moment);
  return { clockOffset: 0, accounts: { main: reading } };
};

it('keeps the last failure after a recovery, until the account is edited', () => {
  const fine = learned(NO_READINGS, null);
  expect(fine.accounts.main).not.toHaveProperty('lastFailure');
  const failedAt = clock.now();
  const bad = learned(fine, { kind: 'timeout' });
  clock.time += 60_000;
  const again = learned(bad, null);
  expect(again.accounts.main).toMatchObject({ lastFailure: { failure: { kind: 'timeout' }, at: failedAt } });
  expect(learned(again, null, 2).accounts.main).not.toHaveProperty('lastFailure');
});

it.each<[string, Failure, object]>([
  ['is asked again with the others, which are not made to wait', { kind: 'trouble', code: '40725' }, READY],
  ['keeps Bitget’s deadline for its endpoint', { kind: 'throttled', until: 1e13, hasRetryAfter: true }, READY],
  ['still counts where it concerns the account', { kind: 'blocked' }, { failures: 1 }],
])('P7: a product type that fails beside a good one %s', (_, failure, retry) => {
  const good = { margin: ok([buildMargin({ accountEquity: '9' })]), positions: ok([]) };
  const bad = { margin: failed(failure), positions: failed(failure) };
  const beside = new Map<Product, ProductResponse>([
    ['USDT-FUTURES', good],
    ['COIN-FUTURES', bad],
  ]);
  const alone = new Map<Product, ProductResponse>([['COIN-FUTURES', bad]]);
  const readFrom = (answers: ProductResponses) =>
    updateReading(buildAccount(), NO_READINGS, { family: 'classic', answers }, moment).retry;
  expect(readFrom(beside)).toMatchObject(retry);
  expect(readFrom(alone)).toMatchObject({ failures: failure.kind === 'throttled' ? 0 : 1 });
});

it('counts a refusal once the next round confirms it', () => {
  const refusal = { kind: 'refused', code: '40018', cause: 'address' } as const;
  const once = learned(NO_READINGS, refusal);
  expect(once.accounts.main?.retry.stopped).toBe(false);
  const twice = learned(once, refusal);
  expect(twice.accounts.main?.retry.stopped).toBe(true);
  expect(learned(twice, { kind: 'timeout' }).accounts.main?.retry.stopped).toBe(true);
  expect(learned(learned(once, null), refusal).accounts.main?.retry.stopped).toBe(false);
});

it('returns the margin accounts and the positions of each product', () => {
  const answers: ProductResponses = new Map<Product, ProductResponse>([
    ['USDT-FUTURES', { margin: ok([buildMargin({ accountEquity: '9' })]), positions: ok([buildPosition()]) }],
    ['COIN-FUTURES', { margin: ok([]), positions: failed({ kind: 'timeout' }) }],
  ]);
  const { margin: margins, positions } = updateReading(
    buildAccount(),
    NO_READINGS,
    { family: 'classic', answers },
    moment,
  );
  expect(margins).toMatchObject({
    'USDT-FUTURES': { state: 'fresh', figures: [{ coin: 'USDT' }] },
    'COIN-FUTURES': { state: 'fresh', figures: [] },
  });
  expect(positions).toMatchObject({
    'USDT-FUTURES': { state: 'fresh', figures: [{ symbol: 'BTCUSDT' }] },
    'COIN-FUTURES': { state: 'failed', failure: { kind: 'timeout' } },
  });
});
