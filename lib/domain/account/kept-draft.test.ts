import { expect, it } from 'vitest';
import type { AccountDraft } from './account-draft.ts';
import { restoreDraft, stripCredentials } from './kept-draft.ts';

const draft: AccountDraft = {
  id: 'main',
  label: 'Grid bot',
  demo: true,
  products: ['USDC-FUTURES', 'COIN-FUTURES'],
  apiKey: 'bg_0123',
  secret: 'my-secret',
  passphrase: 'open sesame',
  confirmed: true,
};

it('a kept draft has no credentials and no confirmation', () => {
  const kept = stripCredentials(draft);
  expect(Object.values(kept).join()).not.toMatch(/bg_0123|my-secret|open sesame/);
  expect(restoreDraft('main', kept)).toEqual({ ...draft, apiKey: '', secret: '', passphrase: '', confirmed: false });
});

it('a restored draft has only known product types and a label of the allowed length', () => {
  const kept = { label: 'x'.repeat(50), demo: 'yes', products: 'OPTIONS,USDT-FUTURES' };
  expect(restoreDraft(null, kept)).toMatchObject({
    id: null,
    label: 'x'.repeat(40),
    demo: false,
    products: ['USDT-FUTURES'],
  });
  expect(restoreDraft(null, { ...kept, products: '' })?.products).toEqual([]);
});

it.each([
  {},
  { label: 'Main' },
  { label: 'Main', demo: 'true' },
  { label: 'Main', products: 'USDT-FUTURES' },
  { demo: 'true', products: 'USDT-FUTURES' },
])('no draft is restored from %j', (kept) => {
  expect(restoreDraft(null, kept)).toBeNull();
});
