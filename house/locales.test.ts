import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { counted, english, familyOf, folders, formsOf, LANGUAGES, plain, tagOf, textsOf } from './texts/locales.ts';
import { PLACES } from './texts/places.ts';
import { widthOf } from './texts/width.ts';

const sources = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .concat(readFileSync('wxt.config.ts', 'utf8'))
  .join('\n');
/** The fixed beginnings of keys that are put together, such as `level_${level}`. */
const begun = [...sources.matchAll(/`([a-z_]+_)\$\{/g)].map(([, start]) => start ?? '');
/** The fixed ends of keys that follow another text, such as `${title}_advice`. */
const ended = [...sources.matchAll(/`\$\{\w+\}(_[a-z_]+)`/g)].map(([, end]) => end ?? '');
/** What stays as it is in every language. */
const NAMES = ['Margin Glance', 'Bitget', 'USDT', 'BTC', 'API', 'CSV', 'HMAC', 'IP', 'JSON', 'RSA', 'UID', 'VPN'];

it('are in the languages that the product tells of', () => {
  expect(folders).toEqual(LANGUAGES);
});

describe('the English texts', () => {
  it.each(Object.keys(english))('%s is used', (key) => {
    const family = familyOf(key);
    const named =
      sources.includes(`'${key}'`) ||
      sources.includes(`__MSG_${key}__`) ||
      (family !== undefined && sources.includes(`counted('${family}'`));
    const follows = ended.some((end) => key.endsWith(end) && sources.includes(`'${key.slice(0, -end.length)}'`));
    expect(named || follows || begun.some((start) => key.startsWith(start))).toBe(true);
  });

  it('are not written in the code', () => {
    const written = globSync('{components,entrypoints}/**/*.tsx').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/>\s*([A-Za-z][a-z]+ [a-z][^<>{}();=]*)</g)].map(
        ([, text]) => `${file}: ${text}`,
      ),
    );
    expect(written).toEqual([]);
  });
});

describe.each(folders)('the texts in %s', (folder) => {
  const texts = textsOf(folder);
  const entries = Object.entries(texts);
  /** What the English text says where this one stands. */
  const originOf = (key: string) => english[key] ?? english[`${familyOf(key)}_other`] ?? { message: '' };

  it('are all there, in the order of the English ones, and no others', () => {
    const forms = formsOf(folder);
    const wanted = Object.keys(english).flatMap((key) => {
      const family = familyOf(key);
      if (family === undefined) return [key];
      return key === `${family}_one` ? forms.map((form) => `${family}_${form}`) : [];
    });
    expect(Object.keys(texts)).toEqual(wanted);
    expect(entries.filter(([, { message }]) => message !== message.trim() || message === '')).toEqual([]);
  });

  it('say in which language they are', () => {
    expect(texts.language?.message).toBe(tagOf(folder));
    expect(Intl.NumberFormat.supportedLocalesOf(tagOf(folder))).toEqual([tagOf(folder)]);
  });

  it.each(entries)('%s has the placeholders of the English text, and each of them once or more', (key, text) => {
    const { message, placeholders = {} } = text;
    const used = [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name?.toLowerCase());
    const contents = (of: typeof placeholders) => Object.entries(of).map(([name, { content }]) => [name, content]);
    expect(new Set(used)).toEqual(new Set(Object.keys(placeholders)));
    expect(contents(placeholders)).toEqual(contents(originOf(key).placeholders ?? {}));
    expect(Object.values(placeholders).every(({ content }) => /^\$\d$/.test(content))).toBe(true);
    expect(plain(text)).not.toContain('$');
  });

  it('keep the names and the numbers of the English ones', () => {
    const lost = entries.flatMap(([key, text]) => {
      const [said, meant] = [plain(text), plain(originOf(key))];
      const names = key.startsWith('product_') ? [] : NAMES.filter((name) => meant.includes(name));
      const numbers = meant.match(/\d+(\.\d+)?/g) ?? [];
      return [...names, ...numbers].filter((each) => !said.includes(each)).map((each) => `${key}: ${each}`);
    });
    expect(lost).toEqual([]);
  });

  it.each(PLACES)('have room: $name', ({ keys, most }) => {
    const there = entries.filter(([key]) => keys.test(key));
    expect(there.length).toBeGreaterThan(0);
    const wide = there.map(([key, text]) => [key, widthOf(plain(text)), text.message] as const);
    expect(wide.filter(([, width]) => width > most)).toEqual([]);
  });
});

describe.each(folders.filter((folder) => folder !== 'en'))('the texts in %s', (folder) => {
  it('are translated', () => {
    const entries = Object.entries(textsOf(folder));
    const same = entries.filter(([key, { message }]) => message === english[key]?.message);
    // A name, an abbreviation or a word that the field has everywhere; no sentence is the same in two languages.
    const wordsOf = (text: string) =>
      NAMES.reduce((left, name) => left.replaceAll(name, ''), text)
        .trim()
        .split(/\s+/);
    expect(same.filter(([, text]) => wordsOf(plain(text)).length > 2)).toEqual([]);
    expect(same.length).toBeLessThan(entries.length / 12);
  });
});

describe('what is counted', () => {
  it('is told in the forms that languages have for whole numbers', () => {
    expect(counted).toEqual(['fold', 'file_done']);
    expect(['en', 'es', 'ja', 'ru', 'tr', 'vi', 'zh_CN'].map((folder) => formsOf(folder).join(' '))).toEqual([
      'one other',
      'one other',
      'other',
      'one few many',
      'one other',
      'other',
      'other',
    ]);
  });
});
