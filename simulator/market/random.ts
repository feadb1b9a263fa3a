/** Numbers from 0 up to, not including, 1. */
export type Random = () => number;

/** The same numbers for the same seed, on every machine (mulberry32: a 32-bit counter, well mixed). */
export function seeded(seed: number): Random {
  let counter = seed | 0;
  return () => {
    counter = (counter + 0x6d2b79f5) | 0;
    let mixed = Math.imul(counter ^ (counter >>> 15), counter | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** About a normal distribution, mean 0 and deviation 1, by sums alone: logarithms differ between engines. */
export function normalDeviate(random: Random): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw += 1) sum += random();
  return sum;
}

/** Evenly between two bounds. */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}
