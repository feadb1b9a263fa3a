import { describe, expect, it } from 'vitest';
import { createTestClock } from '../../testing/fake-clock.ts';
import { accountListRequest, classicPositionsRequest } from './endpoints.ts';
import { createRateLimiter } from './rate-limiter.ts';

const { endpoint } = accountListRequest('USDT-FUTURES');
/** A fifth of ten calls a second, and a tenth more, for calls may arrive closer than they left. */
const APART = 550;

describe('the pace', () => {
  it('keeps two calls of a key apart, and not those of two keys', async () => {
    const clock = createTestClock();
    const pace = createRateLimiter(clock);
    const { signal } = new AbortController();
    (await pace('a', endpoint, signal))();
    (await pace('b', endpoint, signal))();
    expect(clock.waits.reduce((sum, each) => sum + each, 0)).toBeLessThan(APART);
    const began = clock.time;
    (await pace('a', endpoint, signal))();
    expect(clock.time - began).toBeGreaterThan(APART - 100);
  });

  it('keeps the calls of all keys together apart as well, by what one address may make', async () => {
    const clock = createTestClock();
    const pace = createRateLimiter(clock);
    const { signal } = new AbortController();
    // A fifth of a hundred calls a second, and a tenth more.
    for (const key of ['a', 'b', 'c']) (await pace(key, endpoint, signal))();
    expect(clock.waits).toEqual([55, 55]);
  });

  it('keeps two endpoints of a key no further apart than two keys', async () => {
    const clock = createTestClock();
    const pace = createRateLimiter(clock);
    const { signal } = new AbortController();
    (await pace('a', endpoint, signal))();
    (await pace('a', classicPositionsRequest('USDT-FUTURES').endpoint, signal))();
    expect(clock.waits).toEqual([55]);
  });

  it('lets a call go at once when the last is long over', async () => {
    const clock = createTestClock();
    const pace = createRateLimiter(clock);
    const { signal } = new AbortController();
    (await pace('a', endpoint, signal))();
    clock.time += APART;
    (await pace('a', endpoint, signal))();
    expect(clock.waits).toEqual([]);
  });

  it('books a call that has not left yet', async () => {
    const clock = createTestClock();
    const pace = createRateLimiter(clock);
    const { signal } = new AbortController();
    await Promise.all([pace('a', endpoint, signal), pace('a', endpoint, signal), pace('a', endpoint, signal)]);
    expect(clock.waits).toEqual([APART, APART]);
  });

  it('counts from when a call left, if it had to wait for others after its turn had come', async () => {
    const clock = createTestClock();
    const pace = createRateLimiter(clock);
    const { signal } = new AbortController();
    const leave = await pace('a', endpoint, signal);
    clock.time += 400;
    leave();
    const left = clock.time;
    (await pace('a', endpoint, signal))();
    expect(clock.time - left).toBe(APART);
  });
});
