import { clampRgb, wcagContrast as contrast, differenceCiede2000, interpolate } from 'culori';
import { describe, expect, it } from 'vitest';
import { BADGE_COLORS } from '../../lib/domain/view/badge.ts';
import { EYES, simulateEye } from './color/color-blindness.ts';
import { findToken, THEMES } from './color/tokens.ts';

const LEVELS = ['safe', 'caution', 'warning', 'danger', 'unknown'] as const;
/** Contrast that WCAG 2.2 requires at level AA. */
const TEXT = 4.5;
const GRAPHICS = 3;
/** The least differences in CIEDE2000. The eye notices 1 to 2. */
const MIN_LEVEL_DIFFERENCE = 8;
const MIN_PROFIT_LOSS_DIFFERENCE = 12;

const difference = differenceCiede2000();
/** Returns `color-mix(in oklab, a share, b)`. */
const mix = (a: string, share: number, b: string) => clampRgb(interpolate([b, a], 'oklab')(share));
const listPairs = <T>(all: readonly T[]) => all.flatMap((a, index) => all.slice(index + 1).map((b) => [a, b] as const));
const WHITE = '#fff';

describe.each(THEMES)('in the %s theme', (theme) => {
  const getColor = (name: string) => findToken(name, theme);
  const grounds = [getColor('ground'), getColor('card')];
  /** The backgrounds of a chip, a notice and a dangerous card. */
  const tinted = (name: string) => [12, 9, 5].map((share) => mix(getColor(name), share / 100, getColor('card')));

  it.each(['ink', 'quiet', 'brand', 'green', 'red', ...LEVELS])('%s is readable on every background', (name) => {
    for (const ground of [...grounds, ...tinted(name)])
      expect(contrast(getColor(name), ground)).toBeGreaterThanOrEqual(TEXT);
  });

  it.each(['ink', 'quiet', 'green', 'red'])('%s is readable on a card, notice or chip of any level', (name) => {
    for (const level of LEVELS) {
      const [, notice, card] = tinted(level);
      for (const ground of [notice, card])
        expect(contrast(getColor(name), ground ?? WHITE)).toBeGreaterThanOrEqual(TEXT);
    }
  });

  it('shows button texts, and the edges of fields, switches and thresholds, with enough contrast', () => {
    expect(contrast(getColor('on-brand'), getColor('brand'))).toBeGreaterThanOrEqual(TEXT);
    for (const ground of grounds) expect(contrast(getColor('edge'), ground)).toBeGreaterThanOrEqual(GRAPHICS);
  });

  it.each(EYES)('the levels differ to %s eyes', (eye) => {
    for (const [a, b] of listPairs(LEVELS)) {
      expect(
        difference(simulateEye(getColor(a), eye), simulateEye(getColor(b), eye)),
        `${a} and ${b}`,
      ).toBeGreaterThanOrEqual(MIN_LEVEL_DIFFERENCE);
    }
  });

  it.each(EYES)('profit differs from loss to %s eyes', (eye) => {
    expect(difference(simulateEye(getColor('green'), eye), simulateEye(getColor('red'), eye))).toBeGreaterThanOrEqual(
      MIN_PROFIT_LOSS_DIFFERENCE,
    );
  });
});

describe('the badge', () => {
  it('is white on the colors of the light theme', () => {
    for (const level of LEVELS) expect(BADGE_COLORS[level]).toBe(findToken(level, 'light'));
    for (const ground of Object.values(BADGE_COLORS)) expect(contrast(WHITE, ground)).toBeGreaterThanOrEqual(TEXT);
  });
});

describe('the color difference', () => {
  it('is too small between the usual amber and orange to deutan eyes', () => {
    expect(difference(simulateEye('#7d5800', 'deutan'), simulateEye('#a84600', 'deutan'))).toBeLessThan(
      MIN_LEVEL_DIFFERENCE,
    );
  });
});
