import { expect, it } from 'vitest';
import { english, i18nFrom } from '../../testing/english-i18n.ts';
import { formatList } from './list.ts';

const placeholders = { before: { content: '$1' }, next: { content: '$2' } };
const chinese = i18nFrom('zh-CN', { listed: { message: '$BEFORE$、$NEXT$', placeholders } });

it("uses the language's separator", () => {
  expect(formatList(['trade', 'transfer', 'withdraw'], english)).toBe('trade, transfer, withdraw');
  expect(formatList(['交易', '划转', '提现'], chinese)).toBe('交易、划转、提现');
  expect(formatList(['trade'], english)).toBe('trade');
  expect(formatList([], english)).toBe('');
});

it('keeps the items unchanged', () => {
  expect(formatList(['$1', '$NEXT$', '$2'], english)).toBe('$1, $NEXT$, $2');
});
