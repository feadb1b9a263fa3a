import { describe, expect, it } from 'vitest';
import { GROUNDS } from '../lib/domain/badge.ts';
import { contrast, type Light, light, mix } from './colour/colour.ts';
import { difference, EYES, labDifference, seen } from './colour/sight.ts';
import { THEMES, type Theme, token } from './colour/tokens.ts';

const LEVELS = ['safe', 'caution', 'warning', 'danger', 'unknown'] as const;
const TEXT = 4.5;
const SIGN = 3;
/** In CIEDE2000; the eye notices 1 to 2. */
const PLAIN = 8;
const PLAINER = 12;

const colour = (name: string, theme: Theme): Light => light(token(name, theme));
const pairsOf = <T>(all: readonly T[]) => all.flatMap((a, index) => all.slice(index + 1).map((b) => [a, b] as const));
const WHITE = light('#fff');

describe.each(THEMES)('in the %s theme', (theme) => {
  const of = (name: string) => colour(name, theme);
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
      expect(difference(seen(of(a), eye), seen(of(b), eye)), `${a} and ${b}`).toBeGreaterThanOrEqual(PLAIN);
    }
  });

  it.each(EYES)('%s eyes tell profit from loss', (eye) => {
    expect(difference(seen(of('green'), eye), seen(of('red'), eye))).toBeGreaterThanOrEqual(PLAINER);
  });
});

describe('the badge', () => {
  it('is white on the colours of the light theme', () => {
    for (const level of LEVELS) expect(GROUNDS[level]).toBe(token(level, 'light'));
    for (const ground of Object.values(GROUNDS)) expect(contrast(WHITE, light(ground))).toBeGreaterThanOrEqual(TEXT);
  });
});

describe('the measures', () => {
  it('are those of WCAG: black on white is 21', () => {
    expect(contrast(light('#000'), WHITE)).toBeCloseTo(21, 5);
    expect(contrast(light('#767676'), WHITE)).toBeCloseTo(4.54, 2);
  });

  // Pairs 1, 7, 17 and 25 of the test data that Sharma, Wu and Dalal published.
  it.each([
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
    [[50, 0, 0], [50, -1, 2], 2.3669],
    [[50, 2.5, 0], [73, 25, -18], 27.1492],
    [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
  ] as const)('are CIEDE2000: %j and %j', (a, b, expected) => {
    expect(labDifference(a, b)).toBeCloseTo(expected, 4);
  });

  it('would notice the usual amber and orange that deutan eyes confuse', () => {
    expect(difference(seen(light('#7d5800'), 'deutan'), seen(light('#a84600'), 'deutan'))).toBeLessThan(PLAIN);
  });
});
