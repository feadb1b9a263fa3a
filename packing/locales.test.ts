import { describe, expect, it } from 'vitest';
import { folders, tagOf, textsOf } from '../house/texts/locales.ts';
import type { MessageKey } from '../lib/domain/words.ts';
import { wordsOf } from '../lib/testing/english.ts';
import { filled } from './locales.ts';

const VALUES = ['one', 'two', 'three', 'four'];

/** As both browsers do it: `$1` to `$9` are the values, `$$` is a dollar. */
const shown = (text: string): string =>
  text.replace(/\$(?:([1-9])|\$)/g, (_, index?: string) => (index ? (VALUES[Number(index) - 1] ?? '') : '$'));

describe.each(folders)('a text in %s without the names of its placeholders', (folder) => {
  const texts = textsOf(folder);
  const words = wordsOf(tagOf(folder), texts);

  it.each(Object.entries(texts))('says the same: %s', (key, message) => {
    expect(shown(filled(message))).toBe(words.text(key as MessageKey, ...VALUES));
    expect(filled(message)).not.toMatch(/\$[A-Z]|\$\d\d/);
  });
});
