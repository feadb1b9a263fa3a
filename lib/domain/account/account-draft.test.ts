import { describe, expect, it } from 'vitest';
import { type AccountDraft, normalizeDraft, validateDraft } from './account-draft.ts';

const good: AccountDraft = {
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

describe('a draft', () => {
  it('is trimmed of pasted spaces and line breaks', () => {
    const pasted = {
      ...good,
      apiKey: ' bg_0123456789abcdef\n',
      secret: '\t0123456789abcdef ',
      passphrase: ' open sesame\r\n',
    };
    expect(normalizeDraft(pasted)).toEqual(good);
    expect(validateDraft(normalizeDraft(pasted))).toBeNull();
  });

  it('has a sanitized label', () => {
    expect(normalizeDraft({ ...good, label: ' My\u202e \u0000 bot ' }).label).toBe('My bot');
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
    expect(validateDraft(normalizeDraft({ ...good, ...change }))).toEqual({ kind: 'field', field, problem });
  });

  it('contains only known product types', () => {
    const products = ['USDC-FUTURES', 'OPTIONS', 'SUSDT-FUTURES'] as AccountDraft['products'];
    expect(normalizeDraft({ ...good, products }).products).toEqual(['USDC-FUTURES', 'SUSDT-FUTURES']);
  });

  it('has a label of at most 40 characters', () => {
    expect(normalizeDraft({ ...good, label: 'x'.repeat(40) }).label).toBe('x'.repeat(40));
    expect(normalizeDraft({ ...good, label: 'x'.repeat(41) }).label).toBe(`${'x'.repeat(39)}…`);
  });

  it.each(['apiKey', 'secret', 'passphrase'] as const)('may have a %s of 512 characters', (field) => {
    expect(validateDraft({ ...good, [field]: 'x'.repeat(512) })).toBeNull();
    expect(validateDraft({ ...good, [field]: 'x'.repeat(513) })).toMatchObject({ field, problem: 'long' });
  });

  it('accepts every printable ASCII character and no other', () => {
    const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
    expect(validateDraft({ ...good, passphrase: printable })).toBeNull();
    for (const sign of ['\u001f', '\u007f', '\u00a0'])
      expect(validateDraft({ ...good, passphrase: `a${sign}b` })).toMatchObject({ problem: 'characters' });
  });

  it('accepts a secret in any script, and a passphrase with inner spaces', () => {
    expect(validateDraft({ ...good, secret: 'sécret-キー', passphrase: 'two words' })).toBeNull();
  });

  it('may omit credentials in an edit', () => {
    expect(validateDraft({ ...good, id: 'main', apiKey: '', secret: '', passphrase: '' })).toBeNull();
  });
});
