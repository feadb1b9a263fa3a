/**
 * An exact number as an integer and its number of decimal places: 12.5 is 125 units with 1 place. For calculations of
 * several steps, which would otherwise write and parse each intermediate result.
 */
export type FixedPoint = { readonly units: bigint; readonly places: number };

/** Decimal places of an infinite quotient. */
const PLACES = 20;

export function plus(a: FixedPoint, b: FixedPoint): FixedPoint {
  const places = Math.max(a.places, b.places);
  return { units: unitsAt(a, places) + unitsAt(b, places), places };
}

export function minus(a: FixedPoint, b: FixedPoint): FixedPoint {
  return plus(a, negate(b));
}

export function times(a: FixedPoint, b: FixedPoint): FixedPoint {
  return { units: a.units * b.units, places: a.places + b.places };
}

/** Divides to 20 decimals, rounding half away from zero. Throws on a zero divisor, which is a mistake of the caller. */
export function dividedBy(a: FixedPoint, b: FixedPoint): FixedPoint {
  const places = Math.max(a.places, b.places);
  const [dividend, divisor] = [unitsAt(a, places), unitsAt(b, places)];
  // Doubling, adding one and halving rounds half up. Signs are removed first, because BigInt cuts towards zero.
  const twice = (2n * absolute(dividend) * 10n ** BigInt(PLACES)) / absolute(divisor);
  const units = (twice + 1n) / 2n;
  return { units: dividend < 0n === divisor < 0n ? units : -units, places: PLACES };
}

export function magnitude({ units, places }: FixedPoint): FixedPoint {
  return { units: absolute(units), places };
}

/** Returns the integer scaled to at least as many places. */
function unitsAt({ units, places }: FixedPoint, to: number): bigint {
  return places === to ? units : units * 10n ** BigInt(to - places);
}

function negate({ units, places }: FixedPoint): FixedPoint {
  return { units: -units, places };
}

function absolute(units: bigint): bigint {
  return units < 0n ? -units : units;
}
