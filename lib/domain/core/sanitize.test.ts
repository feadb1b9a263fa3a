import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitizeText } from './sanitize.ts';

describe('R2: untrusted text', () => {
  it.each([
    ['USDT', 'USDT'],
    ['  two   words ', 'two words'],
    ['a\u0000b\u001bc', 'abc'],
    ['\u202eTDSU\u202c', 'TDSU'],
    ['U\u200bS\u2060D\ufeffT', 'USDT'],
    ['line\u2028break', 'line break'],
    ['\ud800', ''],
    ['日本語', '日本語'],
    [5, ''],
    [null, ''],
    [{ toString: () => 'x' }, ''],
  ])('%j becomes %j', (value, shown) => {
    expect(sanitizeText(value)).toBe(shown);
  });

  it('is cut between characters, never inside one', () => {
    expect(sanitizeText('😀'.repeat(30), 5)).toBe('😀😀😀😀…');
    expect(sanitizeText('x'.repeat(24))).toBe('x'.repeat(24));
    expect(sanitizeText('x'.repeat(25))).toBe(`${'x'.repeat(23)}…`);
    expect(sanitizeText('x'.repeat(1e6))).toBe(`${'x'.repeat(23)}…`);
    // Invisible characters may displace visible ones, but only up to a limit.
    expect(sanitizeText(`${'\u200b'.repeat(24 * 8 - 1)}xy`)).toBe('x');
  });

  it('never exceeds its length and never contains invisible characters', () => {
    // Includes lone surrogates, which JSON can contain.
    const unit = fc.nat(0xffff).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit }), fc.integer({ min: 1, max: 50 }), (text, longest) => {
        const shown = sanitizeText(text, longest);
        expect([...shown].length).toBeLessThanOrEqual(longest);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });
});
