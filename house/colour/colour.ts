/** Red, green and blue as light, each 0 to 1: what can be added and multiplied. */
export type Light = readonly [number, number, number];

/** The light of a colour such as `#0f6b66` or `#fff`. */
export function light(hex: string): Light {
  const digits = hex.length === 4 ? hex.slice(1).replace(/./g, '$&$&') : hex.slice(1);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return [r, g, b];
}

/** Contrast by WCAG 2.2, 1 to 21. */
export function contrast(a: Light, b: Light): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (bright + 0.05) / (dark + 0.05);
}

/** `color-mix(in oklab, a share, b)`, as CSS Color 4 defines it. */
export function mix(a: Light, share: number, b: Light): Light {
  const [from, to] = [transform(TO_LAB, cones(a)), transform(TO_LAB, cones(b))];
  const middle = from.map((value, index) => value * share + (to[index] ?? 0) * (1 - share));
  const [l = 0, m = 0, s = 0] = transform(FROM_LAB, middle).map((value) => value ** 3);
  return clamp(transform(FROM_CONES, [l, m, s]));
}

/** Three rows of three, applied to a triple. */
export function transform(matrix: readonly (readonly number[])[], value: readonly number[]): Light {
  const [x = 0, y = 0, z = 0] = matrix.map((row) =>
    row.reduce((sum, factor, index) => sum + factor * (value[index] ?? 0), 0),
  );
  return [x, y, z];
}

/** What a screen can show of a light. */
export function clamp([r, g, b]: Light): Light {
  const cut = (value: number) => Math.min(1, Math.max(0, value));
  return [cut(r), cut(g), cut(b)];
}

function luminance([r, g, b]: Light): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function cones(value: Light): Light {
  const [l, m, s] = transform(TO_CONES, value);
  return [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)];
}

// The matrices of OKLab, https://bottosson.github.io/posts/oklab/
const TO_CONES = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const FROM_LAB = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const FROM_CONES = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];
