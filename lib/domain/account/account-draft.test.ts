import { describe, expect, it } from 'vitest';
import { type Draft, problemOf, tidy } from './account-draft.ts';

const good: Draft = {
  id: null,
  label: 'Main',
  demo: false,
  products: ['USDT-FUTURES'],
  apiKey: 'bg_0123456789abcdef',
  secret: '0123456789abcdef',
  passphrase: 'open sesame',
  confirmed: false,
};
const pem = '-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n-----END PRIVATE KEY-----';

describe('what the user typed', () => {
  it('is taken without the spaces and line ends of a paste', () => {
    const pasted = {
      ...good,
      apiKey: ' bg_0123456789abcdef\n',
      secret: '\t0123456789abcdef ',
      passphrase: ' open sesame\r\n',
    };
    expect(tidy(pasted)).toEqual(good);
    expect(problemOf(tidy(pasted))).toBeNull();
  });

  it('has a label of plain text', () => {
    expect(tidy({ ...good, label: ' My\u202e \u0000 bot ' }).label).toBe('My bot');
  });

  it.each([
    [{ apiKey: '' }, 'apiKey', 'empty'],
    [{ secret: '' }, 'secret', 'empty'],
    [{ passphrase: '' }, 'passphrase', 'empty'],
    [{ apiKey: 'bg_1 bg_2' }, 'apiKey', 'spaces'],
    [{ secret: 'a b' }, 'secret', 'spaces'],
    [{ secret: pem }, 'secret', 'pem'],
    [{ secret: pem.replace('PRIVATE', 'RSA PRIVATE') }, 'secret', 'pem'],
    [{ apiKey: 'bg_кey' }, 'apiKey', 'characters'],
    [{ passphrase: 'пароль' }, 'passphrase', 'characters'],
    [{ passphrase: 'a\nb' }, 'passphrase', 'characters'],
    [{ secret: 'x'.repeat(513) }, 'secret', 'long'],
    [{ products: [] }, 'products', 'none'],
  ] as const)('%j has a problem in %s: %s', (change, field, problem) => {
    expect(problemOf(tidy({ ...good, ...change }))).toEqual({ kind: 'field', field, problem });
  });

  it('is of the product types that there are', () => {
    const products = ['USDC-FUTURES', 'OPTIONS', 'SUSDT-FUTURES'] as Draft['products'];
    expect(tidy({ ...good, products }).products).toEqual(['USDC-FUTURES', 'SUSDT-FUTURES']);
  });

  it('has a label of 40 characters at the most', () => {
    expect(tidy({ ...good, label: 'x'.repeat(40) }).label).toBe('x'.repeat(40));
    expect(tidy({ ...good, label: 'x'.repeat(41) }).label).toBe(`${'x'.repeat(39)}…`);
  });

  it.each(['apiKey', 'secret', 'passphrase'] as const)('may have a %s of 512 characters', (field) => {
    expect(problemOf({ ...good, [field]: 'x'.repeat(512) })).toBeNull();
    expect(problemOf({ ...good, [field]: 'x'.repeat(513) })).toMatchObject({ field, problem: 'long' });
  });

  it('may hold every printable sign of ASCII and none beyond', () => {
    const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
    expect(problemOf({ ...good, passphrase: printable })).toBeNull();
    for (const sign of ['\u001f', '\u007f', '\u00a0'])
      expect(problemOf({ ...good, passphrase: `a${sign}b` })).toMatchObject({ problem: 'characters' });
  });

  it('may be a secret in any script, and a passphrase with spaces inside', () => {
    expect(problemOf({ ...good, secret: 'sécret-キー', passphrase: 'two words' })).toBeNull();
  });

  it('may leave credentials out in an edit', () => {
    expect(problemOf({ ...good, id: 'main', apiKey: '', secret: '', passphrase: '' })).toBeNull();
  });
});
