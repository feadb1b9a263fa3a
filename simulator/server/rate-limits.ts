const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Calls counted in windows that slide with the server's clock; a refused call is not counted. */
export type Limits = {
  /** Takes one of `perSecond` for `who`; returns how many are left, or null when there was none. */
  take(who: string, perSecond: number, now: number): number | null;
  /** Takes one of the 6,000 a minute for an address; false for five minutes after a breach. */
  admit(address: string, now: number): boolean;
};

export function createRateLimits(): Limits {
  const seconds = new Map<string, number[]>();
  const minutes = new Map<string, number[]>();
  const banned = new Map<string, number>();
  return {
    take(who, perSecond, now) {
      return takeOne(seconds, who, { most: perSecond, span: SECOND, now });
    },
    admit(address, now) {
      if (now < (banned.get(address) ?? -Infinity)) return false;
      if (takeOne(minutes, address, { most: 6000, span: MINUTE, now }) !== null) return true;
      banned.set(address, now + 5 * MINUTE);
      return false;
    },
  };
}

type Window = { readonly most: number; readonly span: number; readonly now: number };

function takeOne(calls: Map<string, number[]>, who: string, window: Window): number | null {
  const { most, span, now } = window;
  const times = calls.get(who) ?? [];
  // In place and from the front: 6,000 entries a minute are too many to copy for each call.
  // A clock that was moved back leaves times in the future; they no longer count.
  while (times.length > 0 && !within(times[0], now, span)) times.shift();
  while (times.length > 0 && !within(times.at(-1), now, span)) times.pop();
  calls.set(who, times);
  if (times.length >= most) return null;
  times.push(now);
  return most - times.length;
}

function within(time: number | undefined, now: number, span: number): boolean {
  return time !== undefined && time > now - span && time <= now;
}
