/** Returns numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** Returns the same numbers for the same seed on every machine (mulberry32). */
export function seeded(seed: number): Random {
  let counter = seed | 0;
  return () => {
    counter = (counter + 0x6d2b79f5) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 15), counter | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Approximates a normal distribution, mean 0 and deviation 1. Uses only sums, because logarithms differ between engines. */
export function normalDeviate(random: Random): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw += 1) sum += random();
  return sum;
}

/** Returns a number evenly distributed between two bounds. */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}
