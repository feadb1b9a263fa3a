import { expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import type { Failure, RefusalCause } from '../core/failure.ts';
import { describeCheckError, fieldForFailure } from './check-failure-text.ts';

const refused = (cause: RefusalCause): Failure => ({ kind: 'refused', code: '1', cause });

it.each([
  ['key', 'apiKey'],
  ['secret', 'secret'],
  ['passphrase', 'passphrase'],
  ['demo', 'demo'],
  ['address', null],
] as const)('blames for a refused %s the field %s', (cause, field) => {
  expect(fieldForFailure(refused(cause))).toBe(field);
});

it('names the field of a problem, or none', () => {
  expect(fieldForFailure({ kind: 'field', field: 'products', problem: 'none' })).toBe('products');
  expect(fieldForFailure({ kind: 'offline' })).toBeNull();
});

it('describes problems of the form and of Bitget', () => {
  expect(describeCheckError({ kind: 'field', field: 'secret', problem: 'empty' }, english).title).toMatch(/secret key/);
  expect(describeCheckError(refused('address'), english).title).toMatch(/IP address/);
});

it.each([
  ['apiKey', 'empty', /API key/],
  ['secret', 'empty', /secret key/],
  ['passphrase', 'empty', /passphrase/i],
  ['apiKey', 'spaces', /space/],
  ['secret', 'pem', /HMAC|RSA|PEM/],
  ['apiKey', 'characters', /character|letter|ASCII/i],
  ['secret', 'long', /long/],
  ['products', 'none', /product|one/i],
  ['secret', 'retype', /^Retype the secret key/],
] as const)('says of %s what is wrong: %s', (field, problem, i18n) => {
  const { title, advice } = describeCheckError({ kind: 'field', field, problem }, english);
  expect(title).toMatch(i18n);
  expect(advice).toBe('');
});
