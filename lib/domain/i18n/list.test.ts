import { expect, it } from 'vitest';
import { english, wordsOf } from '../../testing/english-i18n.ts';
import { listed } from './list.ts';

const placeholders = { before: { content: '$1' }, next: { content: '$2' } };
const chinese = wordsOf('zh-CN', { listed: { message: '$BEFORE$、$NEXT$', placeholders } });

it('separates as the language does', () => {
  expect(listed(['trade', 'transfer', 'withdraw'], english)).toBe('trade, transfer, withdraw');
  expect(listed(['交易', '划转', '提现'], chinese)).toBe('交易、划转、提现');
  expect(listed(['trade'], english)).toBe('trade');
  expect(listed([], english)).toBe('');
});

it('leaves what is listed as it is', () => {
  expect(listed(['$1', '$NEXT$', '$2'], english)).toBe('$1, $NEXT$, $2');
});
