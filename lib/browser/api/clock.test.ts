import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clock } from './clock.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const open = () => new AbortController();

describe('a deadline', () => {
  it('aborts when its time is up and no sooner', () => {
    const { signal } = clock.deadline(8_000, open().signal);
    vi.advanceTimersByTime(7_999);
    expect(signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(signal.aborted).toBe(true);
  });

  it.each([-3_600_000, 3_600_000])('P12: lasts as long when the clock is set by %i ms', (change) => {
    const startedAt = clock.elapsed();
    const { signal } = clock.deadline(8_000, open().signal);
    vi.advanceTimersByTime(4_000);
    vi.setSystemTime(Date.now() + change);
    vi.advanceTimersByTime(3_999);
    expect(signal.aborted).toBe(false);
    vi.advanceTimersByTime(1);
    expect(signal.aborted).toBe(true);
    expect(clock.elapsed() - startedAt).toBe(8_000);
  });

  it('aborts with the outer signal, also when that has already aborted', () => {
    const within = open();
    const { signal } = clock.deadline(8_000, within.signal);
    within.abort();
    expect([signal.aborted, clock.deadline(8_000, within.signal).signal.aborted]).toEqual([true, true]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('does not abort and leaves no timer or listener when it is met', () => {
    const within = open();
    const forgotten = vi.spyOn(within.signal, 'removeEventListener');
    const { signal, meet } = clock.deadline(8_000, within.signal);
    meet();
    expect([vi.getTimerCount(), forgotten.mock.calls.length]).toEqual([0, 1]);
    within.abort();
    expect(signal.aborted).toBe(false);
  });
});

describe('a wait', () => {
  it.each([
    ['its time', () => void vi.advanceTimersByTime(1_000)],
    ['a signal', (within: AbortController) => within.abort()],
  ])('is ended by %s, and by nothing before', async (_, end) => {
    const within = open();
    const ended = vi.fn();
    void clock.wait(1_000, within.signal).then(ended);
    await vi.advanceTimersByTimeAsync(999);
    expect(ended).not.toHaveBeenCalled();
    end(within);
    await vi.advanceTimersByTimeAsync(0);
    expect(ended).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends at once when the signal has already aborted', async () => {
    const within = open();
    within.abort();
    await expect(clock.wait(1_000, within.signal)).resolves.toBeUndefined();
  });
});
