import { afterEach, describe, expect, it, vi } from 'vitest';
import { onNetworkChange } from './network.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Starts with a connection; returns how often the listener was called, and what changes it. */
function setUp(hasConnection = true) {
  const scope = new EventTarget();
  const connection = Object.assign(new EventTarget(), { effectiveType: '4g' });
  const state = { onLine: true, ...(hasConnection && { connection }) };
  vi.stubGlobal('addEventListener', scope.addEventListener.bind(scope));
  vi.stubGlobal('navigator', state);
  const listener = vi.fn();
  onNetworkChange(listener);
  return {
    listener,
    goOnline: () => scope.dispatchEvent(new Event('online')),
    change: (to: { onLine?: boolean; effectiveType?: string; type?: string }) => {
      const { onLine = state.onLine, ...rest } = to;
      state.onLine = onLine;
      Object.assign(connection, rest);
      connection.dispatchEvent(new Event('change'));
    },
  };
}

describe('a change of the network', () => {
  it('is the return of the connection', () => {
    const { listener, goOnline } = setUp(false);
    goOnline();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('is another kind of connection, or one that is back, and not a new estimate of its speed', () => {
    const { listener, change } = setUp();
    change({});
    expect(listener).toHaveBeenCalledTimes(0);
    change({ effectiveType: '3g' });
    change({});
    expect(listener).toHaveBeenCalledTimes(1);
    change({ type: 'ethernet' });
    expect(listener).toHaveBeenCalledTimes(2);
    change({ onLine: false });
    expect(listener).toHaveBeenCalledTimes(2);
    change({ onLine: true });
    expect(listener).toHaveBeenCalledTimes(3);
  });

  it('is not known where a browser has no such event', () => {
    vi.stubGlobal('addEventListener', undefined);
    vi.stubGlobal('navigator', {});
    expect(() => onNetworkChange(vi.fn())).not.toThrow();
  });
});
