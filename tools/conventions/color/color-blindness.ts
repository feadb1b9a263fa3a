import {
  type Color,
  clampRgb,
  converter,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  type Rgb,
} from 'culori';

/** Typical eyes, and eyes without red, green or blue cones. */
export const EYES = ['usual', 'protan', 'deutan', 'tritan'] as const;
export type Eye = (typeof EYES)[number];

const FILTERS: Record<Eye, (color: Rgb) => Rgb> = {
  usual: (color) => color,
  protan: filterDeficiencyProt(),
  deutan: filterDeficiencyDeuter(),
  tritan: filterDeficiencyTrit(),
};

const toLinear = converter('lrgb');

/** Returns the color as an eye sees it: Machado, Oliveira and Fernandes 2009, full severity. */
export function simulateEye(color: Color | string, eye: Eye): Color {
  const linear = toLinear(color);
  if (linear === undefined) throw new Error(`Not a color: ${color}`);
  // The matrices are for linear light, but culori applies them to sRGB: so the linear values are passed as sRGB.
  const { r, g, b } = FILTERS[eye]({ ...linear, mode: 'rgb' });
  return clampRgb({ mode: 'lrgb', r, g, b });
}
