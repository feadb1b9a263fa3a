import { expect, it } from 'vitest';
import { english, i18nFrom } from '../../testing/english-i18n.ts';
import { pluralize } from './plural.ts';

const N = { placeholders: { n: { content: '$1' } } };
const russian = i18nFrom('ru', {
  fold_one: { message: '$N$ счёт', ...N },
  fold_few: { message: '$N$ счёта', ...N },
  fold_many: { message: '$N$ счетов', ...N },
});
const japanese = i18nFrom('ja', { fold_other: { message: '$N$件', ...N } });

it.each([
  [1, '1 empty margin account'],
  [2, '2 empty margin accounts'],
  [0, '0 empty margin accounts'],
])('%d in English', (number, text) => {
  expect(pluralize('fold', number, english)).toBe(text);
});

it.each([
  [1, '1 счёт'],
  [3, '3 счёта'],
  [5, '5 счетов'],
  [12, '12 счетов'],
  [21, '21 счёт'],
  [22, '22 счёта'],
])('%d in a language with more forms than English', (number, text) => {
  expect(pluralize('fold', number, russian)).toBe(text);
});

it('in a language with one form', () => {
  expect(pluralize('fold', 1, japanese)).toBe('1件');
  expect(pluralize('fold', 2, japanese)).toBe('2件');
});
