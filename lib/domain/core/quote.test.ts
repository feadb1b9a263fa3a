import { expect, it } from 'vitest';
import { isQuotable } from './quote.ts';

it.each([
  ['无效的 IP', 'zh-CN', true],
  ['无效的 IP', 'ja', false],
  ['無効なIPアドレスです', 'ja', true],
  ['無効なIPアドレスです', 'en', false],
  ['無効なIPアドレスです', 'zh-CN', true],
  ['Неверный IP', 'ru', true],
  ['Invalid IP', 'zh-CN', true],
  ['12:30 — 18', 'en', false],
])('%j helps a reader of %s: %s', (text, locale, helps) => {
  expect(isQuotable(text, locale)).toBe(helps);
});
