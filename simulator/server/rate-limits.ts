const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Counts requests in sliding windows of a clock that never jumps; a refused request is not counted. */
export type Limits = {
  /** Takes one of `perSecond` for a caller; returns the number left, or null if there is none. */
  take(caller: string, perSecond: number, now: number): number | null;
  /** Takes one of the 6,000 a minute for an address; false for five minutes after a breach. */
  admit(address: string, now: number): boolean;
};

export function createRateLimits(): Limits {
  const seconds = new Map<string, number[]>();
  const minutes = new Map<string, number[]>();
  const banned = new Map<string, number>();
  return {
    take(caller, perSecond, now) {
      return takeOne(seconds, caller, { limit: perSecond, span: SECOND, now });
    },
    admit(address, now) {
      if (now < (banned.get(address) ?? -Infinity)) return false;
      if (takeOne(minutes, address, { limit: 6000, span: MINUTE, now }) !== null) return true;
      banned.set(address, now + 5 * MINUTE);
      return false;
    },
  };
}

type Window = { readonly limit: number; readonly span: number; readonly now: number };

function takeOne(requests: Map<string, number[]>, caller: string, window: Window): number | null {
  const { limit, span, now } = window;
  const times = requests.get(caller) ?? [];
  // Edited in place: 6,000 entries a minute are too many to copy for each request.
  // Without a steady clock, a jump back leaves times in the future; they no longer count.
  while (times.length > 0 && !isWithin(times[0], now, span)) times.shift();
  while (times.length > 0 && !isWithin(times.at(-1), now, span)) times.pop();
  requests.set(caller, times);
  if (times.length >= limit) return null;
  times.push(now);
  return limit - times.length;
}

function isWithin(time: number | undefined, now: number, span: number): boolean {
  return time !== undefined && time > now - span && time <= now;
}
