import { expect, it } from 'vitest';
import { buildAccount } from '../../testing/builders.ts';
import type { KeyInfo } from './key-info.ts';
import { findKeyWarning } from './key-warning.ts';

const withKey = (id: string, key: Partial<KeyInfo>, demo = false) =>
  buildAccount({ id, label: id.toUpperCase(), demo, key: { uid: '7', powers: [], addresses: [], ...key } });
const main = withKey('main', {});

it('returns no warning for a read-only key of a new account', () => {
  expect(findKeyWarning(main, [])).toBeNull();
  expect(findKeyWarning(main, [withKey('other', { uid: '8' })])).toBeNull();
  expect(findKeyWarning(withKey('main', { powers: null }), [])).toBeNull();
});

it('warns about permissions beyond reading', () => {
  const powers = ['trade', 'withdraw'] as const;
  expect(findKeyWarning(withKey('main', { powers }), [])).toEqual({ kind: 'concern', powers, twin: null });
});

it('warns about an account that is already listed, and names it', () => {
  expect(findKeyWarning(main, [withKey('other', { uid: '8' }), withKey('twin', {})])).toEqual({
    kind: 'concern',
    powers: [],
    twin: 'TWIN',
  });
  expect(findKeyWarning(withKey('main', { powers: ['trade'] }), [withKey('twin', {})])?.twin).toBe('TWIN');
});

it.each([
  ['the account itself, which is edited', main, main],
  ['its demo side, which is other money', main, withKey('demo', {}, true)],
  ['one whose owner is as unknown as its own', withKey('main', { uid: null }), withKey('other', { uid: null })],
])('finds no twin in %s', (_, each, other) => {
  expect(findKeyWarning(each, [other])).toBeNull();
});

it("finds no twin when the key's owner is unknown", () => {
  const unknown = withKey('main', { uid: null, powers: ['trade'] });
  expect(findKeyWarning(unknown, [withKey('other', { uid: null })])).toEqual({
    kind: 'concern',
    powers: ['trade'],
    twin: null,
  });
});
