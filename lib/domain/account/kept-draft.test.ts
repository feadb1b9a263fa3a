import { expect, it } from 'vitest';
import type { AccountDraft } from './account-draft.ts';
import { restoreDraft, stripCredentials } from './kept-draft.ts';

const draft: AccountDraft = {
  id: null,
  label: 'Grid bot',
  demo: true,
  products: ['USDC-FUTURES'],
  apiKey: 'bg_0123',
  secret: 'my-secret',
  passphrase: 'open sesame',
  confirmed: true,
};

it('a kept draft has no credentials and no confirmation', () => {
  const kept = stripCredentials(draft);
  expect(kept).toEqual({ id: null, label: 'Grid bot', demo: true, products: ['USDC-FUTURES'] });
  expect(restoreDraft(structuredClone(kept))).toEqual({
    ...kept,
    apiKey: '',
    secret: '',
    passphrase: '',
    confirmed: false,
  });
});

it('a restored draft has no credentials even if they were kept', () => {
  expect(restoreDraft(draft)).toMatchObject({ label: 'Grid bot', secret: '', confirmed: false });
});

it.each([null, undefined, 'text', {}, { ...draft, products: ['OPTIONS'] }, { ...draft, id: 5 }, { ...draft, demo: 1 }])(
  'no draft is restored from %j',
  (kept) => {
    expect(restoreDraft(kept)).toBeNull();
  },
);
