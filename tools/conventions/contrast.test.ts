import { clampRgb, wcagContrast as contrast, differenceCiede2000, interpolate } from 'culori';
import { describe, expect, it } from 'vitest';
import { BADGE_COLORS } from '../../lib/domain/view/badge.ts';
import { EYES, simulateEye } from './colour/colour-blindness.ts';
import { THEMES, token } from './colour/tokens.ts';

const LEVELS = ['safe', 'caution', 'warning', 'danger', 'unknown'] as const;
const TEXT = 4.5;
const SIGN = 3;
/** In CIEDE2000; the eye notices 1 to 2. */
const PLAIN = 8;
const PLAINER = 12;

const difference = differenceCiede2000();
/** `color-mix(in oklab, a share, b)` */
const mix = (a: string, share: number, b: string) => clampRgb(interpolate([b, a], 'oklab')(share));
const pairsOf = <T>(all: readonly T[]) => all.flatMap((a, index) => all.slice(index + 1).map((b) => [a, b] as const));
const WHITE = '#fff';

describe.each(THEMES)('in the %s theme', (theme) => {
  const of = (name: string) => token(name, theme);
  const grounds = [of('ground'), of('card')];
  /** A chip's, a notice's and a dangerous card's own grounds. */
  const tinted = (name: string) => [12, 9, 5].map((share) => mix(of(name), share / 100, of('card')));

  it.each(['ink', 'quiet', 'brand', 'green', 'red', ...LEVELS])('%s can be read on every ground', (name) => {
    for (const ground of [...grounds, ...tinted(name)]) expect(contrast(of(name), ground)).toBeGreaterThanOrEqual(TEXT);
  });

  it.each(['ink', 'quiet', 'green', 'red'])('%s can be read on a card, notice or chip of any level', (name) => {
    for (const level of LEVELS) {
      const [, notice, card] = tinted(level);
      for (const ground of [notice, card]) expect(contrast(of(name), ground ?? WHITE)).toBeGreaterThanOrEqual(TEXT);
    }
  });

  it('a button can be read, and the lines of fields, switches and thresholds seen', () => {
    expect(contrast(of('on-brand'), of('brand'))).toBeGreaterThanOrEqual(TEXT);
    for (const ground of grounds) expect(contrast(of('edge'), ground)).toBeGreaterThanOrEqual(SIGN);
  });

  it.each(EYES)('%s eyes tell the levels apart', (eye) => {
    for (const [a, b] of pairsOf(LEVELS)) {
      expect(difference(simulateEye(of(a), eye), simulateEye(of(b), eye)), `${a} and ${b}`).toBeGreaterThanOrEqual(
        PLAIN,
      );
    }
  });

  it.each(EYES)('%s eyes tell profit from loss', (eye) => {
    expect(difference(simulateEye(of('green'), eye), simulateEye(of('red'), eye))).toBeGreaterThanOrEqual(PLAINER);
  });
});

describe('the badge', () => {
  it('is white on the colours of the light theme', () => {
    for (const level of LEVELS) expect(BADGE_COLORS[level]).toBe(token(level, 'light'));
    for (const ground of Object.values(BADGE_COLORS)) expect(contrast(WHITE, ground)).toBeGreaterThanOrEqual(TEXT);
  });
});

describe('the measures', () => {
  it('would notice the usual amber and orange that deutan eyes confuse', () => {
    expect(difference(simulateEye('#7d5800', 'deutan'), simulateEye('#a84600', 'deutan'))).toBeLessThan(PLAIN);
  });
});
