import { describe, expect, it } from 'vitest';
import { toThrottledFailure } from './retry-after.ts';

const NOW = Date.UTC(2026, 10, 30, 12);
const throttled = (retryAfter: string | null, message?: string, date: string | null = null) =>
  toThrottledFailure({ retryAfter, date, now: NOW }, message);

describe('the end of a throttle', () => {
  it.each([
    ['30', 30_000],
    [' 30 ', 30_000],
    ['0', 1_000],
    ['901', 900_000],
    ['999999999', 900_000],
  ])('is that of Retry-After %j, between a second and a quarter of an hour', (header, delay) => {
    expect(throttled(header)).toEqual({ kind: 'throttled', until: NOW + delay, hasRetryAfter: true });
  });

  it('is a date by the clock of the server, if Bitget sends one', () => {
    const until = 'Mon, 30 Nov 2026 12:01:00 GMT';
    expect(throttled(until)).toMatchObject({ until: NOW + 60_000 });
    expect(throttled('Mon, 30 Nov 2026 12:01:00 +0000')).toMatchObject({ until: NOW + 60_000 });
    expect(throttled('30 Nov 2026 12:01:00 GMT')).toMatchObject({ until: NOW + 60_000 });
    expect(throttled(until, '', 'Mon, 30 Nov 2026 12:00:40 GMT')).toMatchObject({ until: NOW + 20_000 });
  });

  it.each([null, 'soon', '-5x', '30 seconds', 'about 30'])('is a guess of ten seconds with %j', (header) => {
    expect(throttled(header)).toEqual({ kind: 'throttled', until: NOW + 10_000, hasRetryAfter: false });
  });

  it('is five minutes away if the message names the address, unless a header says more', () => {
    const whole = { kind: 'throttled', hasRetryAfter: true, isByAddress: true };
    expect(throttled(null, 'Too many requests from this IP')).toEqual({ ...whole, until: NOW + 300_000 });
    expect(throttled('30', 'Too many requests from this IP')).toEqual({ ...whole, until: NOW + 30_000 });
    expect(throttled(null, 'Too many TIPS')).toMatchObject({ hasRetryAfter: false });
  });
});
