import { describe, expect, it } from 'vitest';
import { type Draft, problemOf, tidy } from './draft.ts';

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

  it('may be a secret in any script, and a passphrase with spaces inside', () => {
    expect(problemOf({ ...good, secret: 'sécret-キー', passphrase: 'two words' })).toBeNull();
  });

  it('may leave credentials out in an edit', () => {
    expect(problemOf({ ...good, id: 'main', apiKey: '', secret: '', passphrase: '' })).toBeNull();
  });
});
