import { describe, expect, it } from 'vitest';
import { accountList } from '../bitget/request.ts';
import { testClock } from '../testing/clock.ts';
import { createPace } from './pace.ts';

const { endpoint } = accountList('USDT-FUTURES');
/** A fifth of ten calls a second, and a tenth more, for calls may arrive closer than they left. */
const APART = 550;

describe('the pace', () => {
  it('keeps two calls of a key apart, and not those of two keys', async () => {
    const clock = testClock();
    const pace = createPace(clock);
    const { signal } = new AbortController();
    (await pace('a', endpoint, signal))();
    (await pace('b', endpoint, signal))();
    expect(clock.waits.reduce((sum, each) => sum + each, 0)).toBeLessThan(APART);
    const began = clock.time;
    (await pace('a', endpoint, signal))();
    expect(clock.time - began).toBeGreaterThan(APART - 100);
  });

  it('counts from when a call left, if it had to wait for others after its turn had come', async () => {
    const clock = testClock();
    const pace = createPace(clock);
    const { signal } = new AbortController();
    const leave = await pace('a', endpoint, signal);
    clock.time += 400;
    leave();
    const left = clock.time;
    (await pace('a', endpoint, signal))();
    expect(clock.time - left).toBe(APART);
  });
});
