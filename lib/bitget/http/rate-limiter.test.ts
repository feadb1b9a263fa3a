import { describe, expect, it } from 'vitest';
import { createTestClock } from '../../testing/fake-clock.ts';
import { accountListRequest, classicPositionsRequest } from './endpoints.ts';
import { createRateLimiter } from './rate-limiter.ts';

const { endpoint } = accountListRequest('USDT-FUTURES');
/** A fifth of ten requests a second, plus a tenth for network jitter; in ms. */
const MIN_DISTANCE = 550;

describe('the rate limiter', () => {
  it('spaces out two requests of one key, but not those of two keys', async () => {
    const clock = createTestClock();
    const pace = createRateLimiter(clock);
    const { signal } = new AbortController();
    (await pace('a', endpoint, signal))();
    (await pace('b', endpoint, signal))();
    expect(clock.waits.reduce((sum, each) => sum + each, 0)).toBeLessThan(MIN_DISTANCE);
    const startedAt = clock.time;
    (await pace('a', endpoint, signal))();
    expect(clock.time - startedAt).toBeGreaterThan(MIN_DISTANCE - 100);
  });

  it('spaces out the requests of all keys by the limit for one IP address', async () => {
    const clock = createTestClock();
    const pace = createRateLimiter(clock);
    const { signal } = new AbortController();
    // A fifth of a hundred requests a second, plus a tenth for jitter.
    for (const key of ['a', 'b', 'c']) (await pace(key, endpoint, signal))();
    expect(clock.waits).toEqual([55, 55]);
  });

  it('spaces out two endpoints of one key like two keys', async () => {
    const clock = createTestClock();
    const pace = createRateLimiter(clock);
    const { signal } = new AbortController();
    (await pace('a', endpoint, signal))();
    (await pace('a', classicPositionsRequest('USDT-FUTURES').endpoint, signal))();
    expect(clock.waits).toEqual([55]);
  });

  it('does not wait when the last request is old enough', async () => {
    const clock = createTestClock();
    const pace = createRateLimiter(clock);
    const { signal } = new AbortController();
    (await pace('a', endpoint, signal))();
    clock.time += MIN_DISTANCE;
    (await pace('a', endpoint, signal))();
    expect(clock.waits).toEqual([]);
  });

  it('reserves the time of a request before it is sent', async () => {
    const clock = createTestClock();
    const pace = createRateLimiter(clock);
    const { signal } = new AbortController();
    await Promise.all([pace('a', endpoint, signal), pace('a', endpoint, signal), pace('a', endpoint, signal)]);
    expect(clock.waits).toEqual([MIN_DISTANCE, MIN_DISTANCE]);
  });

  it('counts from when a request was sent if that was later than reserved', async () => {
    const clock = createTestClock();
    const pace = createRateLimiter(clock);
    const { signal } = new AbortController();
    const markSent = await pace('a', endpoint, signal);
    clock.time += 400;
    markSent();
    const sentAt = clock.time;
    (await pace('a', endpoint, signal))();
    expect(clock.time - sentAt).toBe(MIN_DISTANCE);
  });

  it.each([-3_600_000, 3_600_000])('P12: keeps the same distance when the clock is set by %i ms', async (change) => {
    const clock = createTestClock();
    let set = 0;
    const pace = createRateLimiter({ ...clock, now: () => clock.time + set });
    const { signal } = new AbortController();
    (await pace('a', endpoint, signal))();
    set = change;
    (await pace('a', endpoint, signal))();
    expect(clock.waits).toEqual([MIN_DISTANCE]);
  });
});
