import { expect, it } from 'vitest';
import { isAccountId } from './account.ts';

it.each(['main', 'a', 'x'.repeat(64), '5f0c8a52-1b2c-4d1e-9a77-0c1d2e3f4a5b'])('%j can be an id', (id) => {
  expect(isAccountId(id)).toBe(true);
});

it.each(['', 'x'.repeat(65), 'constructor', '__proto__', 'toString', 7, null, undefined])('%j can be none', (id) => {
  expect(isAccountId(id)).toBe(false);
});
