import { type Random, seeded } from '../market/random.ts';
import type { DrawFaults, Fault, FaultMatch } from './fault-injection.ts';

export type Outage = {
  readonly match?: FaultMatch;
  /** ms from now. */
  readonly length: number;
  /** The share of the matching requests that fail, from 0 to 1; 1 by default. */
  readonly share?: number;
  /** Decides which requests fail, and how. */
  readonly seed?: number;
  /** One of them for each failing request; by default a 502 page, a 429, silence or an empty body. */
  readonly faults?: readonly Fault[];
};

/** Draws a fault for a share of the requests until the outage is over. `elapsed` is a clock in ms that never jumps. */
export function drawOutage(outage: Outage, elapsed: () => number): DrawFaults {
  const { length, share = 1, seed = 1, faults = USUAL_FAULTS } = outage;
  const random = seeded(seed);
  const end = elapsed() + length;
  return () => {
    if (elapsed() >= end || random() >= share) return null;
    return [pick(faults, random)];
  };
}

const USUAL_FAULTS: readonly Fault[] = [
  { kind: 'html', status: 502 },
  { kind: 'throttle' },
  { kind: 'silence' },
  { kind: 'empty' },
];

function pick(faults: readonly Fault[], random: Random): Fault {
  const fault = faults[Math.floor(random() * faults.length)];
  if (fault === undefined) throw new RangeError('an outage needs at least one fault');
  return fault;
}
