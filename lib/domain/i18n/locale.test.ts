import { expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import { parseAmount } from '../money/amount.ts';
import { formatCount, formatMoney } from './format.ts';
import { pickLocale } from './locale.ts';

it.each([
  ['in the texts’ language, as the browser’s region writes it', 'en', 'en-GB', 'en-GB'],
  ['the same where the language has no region', 'ja', 'ja', 'ja'],
  ['where the two name different regions', 'zh-CN', 'zh-SG', 'zh-SG'],
  ['in English where the browser’s language has no texts here', 'en', 'de', 'en'],
  ['in English where two languages begin alike', 'en', 'et-EE', 'en'],
  ['in English for a script that has no texts here', 'en', 'zh-TW', 'en'],
])('figures are written %s', (_, texts, browsers, wanted) => {
  expect(pickLocale(texts, browsers)).toBe(wanted);
});

it("formats amounts in English texts in English, whatever the browser's language", () => {
  const inBrowser = (tag: string) => ({ ...english, locale: pickLocale('en', tag) });
  expect(formatMoney(parseAmount('1234.567'), 'USDT', inBrowser('de'))).toBe('1,234.56');
  expect(formatCount(1_440, inBrowser('ar-EG'))).toBe('1,440');
});
