import { describe, expect, it } from 'vitest';
import type { MessageKey } from '../lib/domain/words.ts';
import { english } from '../lib/testing/english.ts';
import messages from '../public/_locales/en/messages.json' with { type: 'json' };
import { filled } from './locales.ts';

const keys = Object.keys(messages) as MessageKey[];
const VALUES = ['one', 'two', 'three', 'four'];

/** As both browsers do it: `$1` to `$9` are the values, `$$` is a dollar. */
const shown = (key: MessageKey): string =>
  filled(messages[key]).replace(/\$(?:([1-9])|\$)/g, (_, index?: string) =>
    index ? (VALUES[Number(index) - 1] ?? '') : '$',
  );

describe('a text without the names of its placeholders', () => {
  it.each(keys)('says the same: %s', (key) => {
    expect(shown(key)).toBe(english.text(key, ...VALUES));
    expect(filled(messages[key])).not.toMatch(/\$[A-Z]|\$\d\d/);
  });
});
