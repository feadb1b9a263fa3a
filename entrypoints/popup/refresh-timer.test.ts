import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../lib/domain/core/time.ts';
import { startRefreshTimer } from './refresh-timer.ts';

const sent = vi.hoisted(() => vi.fn());
vi.mock('../../lib/browser/api/send-command.ts', () => ({ sendCommand: sent }));

const START = 1_700_000_000_000;
const view = { visibilityState: 'visible', addEventListener: () => undefined };
let readAt = START;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  vi.stubGlobal('document', view);
  Object.assign(view, { visibilityState: 'visible' });
  readAt = START;
  sent.mockClear();
  startRefreshTimer(
    () => 10,
    () => readAt > Date.now(),
  );
});
afterEach(() => {
  vi.useRealTimers();
});

describe('an open view asks for new figures', () => {
  it('once a period, and not while it is hidden', () => {
    vi.advanceTimersByTime(MINUTE);
    expect(sent.mock.calls).toEqual(Array.from({ length: 6 }, () => [{ type: 'viewOpen' }]));
    Object.assign(view, { visibilityState: 'hidden' });
    vi.advanceTimersByTime(MINUTE);
    expect(sent).toHaveBeenCalledTimes(6);
  });

  it.each([-8 * HOUR, -HOUR, 8 * HOUR])('P12 as often after the clock was set by %i ms', (change) => {
    vi.advanceTimersByTime(5 * SECOND);
    readAt = Number.NEGATIVE_INFINITY;
    vi.setSystemTime(Date.now() + change);
    vi.advanceTimersByTime(4 * SECOND);
    expect(sent).not.toHaveBeenCalled();
    vi.advanceTimersByTime(SECOND);
    expect(sent).toHaveBeenCalledTimes(1);
  });

  it('at once, and once, when the last reading lies in the future', () => {
    vi.advanceTimersByTime(2 * SECOND);
    vi.setSystemTime(Date.now() - HOUR);
    vi.advanceTimersByTime(SECOND);
    expect(sent).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(9 * SECOND);
    expect(sent).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(SECOND);
    expect(sent).toHaveBeenCalledTimes(2);
  });
});
