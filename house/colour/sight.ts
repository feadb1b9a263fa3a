import { clamp, type Light, transform } from './colour.ts';

/** Eyes: usual ones, and those without red, green or blue cones. */
export const EYES = ['usual', 'protan', 'deutan', 'tritan'] as const;
export type Eye = (typeof EYES)[number];

/** What an eye makes of a light: Machado, Oliveira and Fernandes 2009, full severity. */
export function seen(light: Light, eye: Eye): Light {
  return clamp(transform(SIGHT[eye], light));
}

const SIGHT: Record<Eye, readonly (readonly number[])[]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** How different two lights look, by CIEDE2000: 1 is hardly noticed, 8 is plain side by side. */
export function difference(a: Light, b: Light): number {
  return labDifference(lab(a), lab(b));
}

type Lab = readonly [number, number, number];

/** CIEDE2000 of two colours in CIELAB (Sharma, Wu and Dalal 2005). */
export function labDifference([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const grey = 0.5 * (1 - seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2));
  const [x1, x2] = [a1 * (1 + grey), a2 * (1 + grey)];
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)];
  const [h1, h2] = [hue(b1, x1), hue(b2, x2)];
  const isGrey = c1 * c2 === 0;
  const turn = isGrey ? 0 : ((h2 - h1 + 540) % 360) - 180;
  const middle = isGrey ? h1 + h2 : (h1 + turn / 2 + 360) % 360;
  const [l, c] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const t =
    1 -
    0.17 * cosine(middle - 30) +
    0.24 * cosine(2 * middle) +
    0.32 * cosine(3 * middle + 6) -
    0.2 * cosine(4 * middle - 63);
  const lightness = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const chroma = (c2 - c1) / (1 + 0.045 * c);
  const hues = (2 * Math.sqrt(c1 * c2) * Math.sin((turn * Math.PI) / 360)) / (1 + 0.015 * c * t);
  const rotation = -2 * seventh(c) * Math.sin((60 * Math.exp(-(((middle - 275) / 25) ** 2)) * Math.PI) / 180);
  return Math.sqrt(lightness ** 2 + chroma ** 2 + hues ** 2 + rotation * chroma * hues);
}

/** In daylight (D65). */
function lab(light: Light): Lab {
  const [x = 0, y = 0, z = 0] = transform(TO_XYZ, light).map((value, index) => {
    const part = value / (WHITE[index] ?? 1);
    return part > 216 / 24389 ? Math.cbrt(part) : ((24389 / 27) * part + 16) / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const WHITE = [0.95047, 1, 1.08883];
const TO_XYZ = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];

function seventh(chroma: number): number {
  return Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
}

function hue(b: number, a: number): number {
  return (Math.atan2(b, a) * 180) / Math.PI + (b < 0 ? 360 : 0);
}

function cosine(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180);
}
