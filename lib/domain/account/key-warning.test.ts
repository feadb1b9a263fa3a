import { expect, it } from 'vitest';
import { account } from '../../testing/builders.ts';
import type { KeyFacts } from './key-info.ts';
import { concernOf } from './key-warning.ts';

const withKey = (id: string, key: Partial<KeyFacts>, demo = false) =>
  account({ id, label: id.toUpperCase(), demo, key: { uid: '7', powers: [], addresses: [], ...key } });
const main = withKey('main', {});

it('is none about a key that can only read, for an account that nobody has yet', () => {
  expect(concernOf(main, [])).toBeNull();
  expect(concernOf(main, [withKey('other', { uid: '8' })])).toBeNull();
  expect(concernOf(withKey('main', { powers: null }), [])).toBeNull();
});

it('is about what the key may do beyond reading', () => {
  const powers = ['trade', 'withdraw'] as const;
  expect(concernOf(withKey('main', { powers }), [])).toEqual({ kind: 'concern', powers, twin: null });
});

it('is about an account that is there already, which it names', () => {
  expect(concernOf(main, [withKey('other', { uid: '8' }), withKey('twin', {})])).toEqual({
    kind: 'concern',
    powers: [],
    twin: 'TWIN',
  });
  expect(concernOf(withKey('main', { powers: ['trade'] }), [withKey('twin', {})])?.twin).toBe('TWIN');
});

it.each([
  ['the account itself, which is edited', main, main],
  ['its demo side, which is other money', main, withKey('demo', {}, true)],
  ['one whose owner is as unknown as its own', withKey('main', { uid: null }), withKey('other', { uid: null })],
])('takes for no twin %s', (_, each, other) => {
  expect(concernOf(each, [other])).toBeNull();
});

it('names no twin where the owner of the key is unknown', () => {
  const unknown = withKey('main', { uid: null, powers: ['trade'] });
  expect(concernOf(unknown, [withKey('other', { uid: null })])).toEqual({
    kind: 'concern',
    powers: ['trade'],
    twin: null,
  });
});
