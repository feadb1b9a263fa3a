import { between, type Random } from '../market/random.ts';
import type { Exchange } from './exchange.ts';
import type { Outage } from './outage.ts';

/** Something that happens `at` ms after the start of a plan. */
export type FaultEvent = { readonly at: number } & (
  | { readonly kind: 'outage'; readonly outage: Outage }
  /** One refusal that passes, with an unfilled placeholder. */
  | { readonly kind: 'refusal' }
  /** The server's clock is this many ms off from here on. */
  | { readonly kind: 'clock'; readonly offset: number }
);

/**
 * Plans the faults of `length` ms, in their order: about each half hour an outage of 1 to 6 minutes that hits all or half
 * of the requests, a minute of empty lists, a passing 40018, or a jump of the clock by up to 8 hours either way.
 */
export function planFaults(length: number, random: Random): readonly FaultEvent[] {
  const events: FaultEvent[] = [];
  for (let at = between(random, 0, HOUR); at < length; at += between(random, 0.25, 0.75) * HOUR) {
    events.push({ at, ...planEvent(random) });
  }
  return events;
}

/** Applies an event when its time has come. */
export function applyFaultEvent(exchange: Exchange, event: FaultEvent): void {
  switch (event.kind) {
    case 'outage':
      exchange.outage(event.outage);
      return;
    case 'refusal':
      exchange.fault({}, { kind: 'refusal', code: '40018' }, 1);
      return;
    case 'clock':
      exchange.moveClock(event.offset);
  }
}

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;

type PlannedEvent =
  | Omit<FaultEvent & { kind: 'outage' }, 'at'>
  | Omit<FaultEvent & { kind: 'refusal' }, 'at'>
  | Omit<FaultEvent & { kind: 'clock' }, 'at'>;

function planEvent(random: Random): PlannedEvent {
  const kind = Math.floor(between(random, 0, 4));
  const seed = Math.floor(between(random, 1, 1_000_000));
  if (kind === 0) {
    const share = random() < 0.5 ? 1 : 0.5;
    return { kind: 'outage', outage: { length: between(random, 1, 6) * MINUTE, share, seed } };
  }
  if (kind === 1) return { kind: 'outage', outage: { ...EMPTY_LISTS, seed } };
  if (kind === 2) return { kind: 'refusal' };
  return { kind: 'clock', offset: Math.round(between(random, -8, 8) * HOUR) };
}

const EMPTY_LISTS: Outage = {
  match: { path: '/api/v2/mix/account/accounts' },
  length: MINUTE,
  faults: [{ kind: 'data', data: [] }],
};
