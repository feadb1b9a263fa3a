import { expect, it } from 'vitest';
import { buildAccount } from '../../testing/builders.ts';
import type { KeyInfo } from './key-info.ts';
import { findKeyWarning } from './key-warning.ts';

const withKey = (id: string, key: Partial<KeyInfo>, demo = false) =>
  buildAccount({ id, label: id.toUpperCase(), demo, key: { uid: '7', powers: [], addresses: [], ...key } });
const main = withKey('main', {});

it('is none about a key that can only read, for an account that nobody has yet', () => {
  expect(findKeyWarning(main, [])).toBeNull();
  expect(findKeyWarning(main, [withKey('other', { uid: '8' })])).toBeNull();
  expect(findKeyWarning(withKey('main', { powers: null }), [])).toBeNull();
});

it('is about what the key may do beyond reading', () => {
  const powers = ['trade', 'withdraw'] as const;
  expect(findKeyWarning(withKey('main', { powers }), [])).toEqual({ kind: 'concern', powers, twin: null });
});

it('is about an account that is there already, which it names', () => {
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
])('takes for no twin %s', (_, each, other) => {
  expect(findKeyWarning(each, [other])).toBeNull();
});

it('names no twin where the owner of the key is unknown', () => {
  const unknown = withKey('main', { uid: null, powers: ['trade'] });
  expect(findKeyWarning(unknown, [withKey('other', { uid: null })])).toEqual({
    kind: 'concern',
    powers: ['trade'],
    twin: null,
  });
});
