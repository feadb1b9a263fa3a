import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../lib/testing/english-i18n.ts';
import {
  counted,
  english,
  folders,
  LANGUAGES,
  languageTag,
  plain,
  pluralFamily,
  pluralForms,
  readTexts,
  type Texts,
} from './texts/locales.ts';
import { PLACES } from './texts/max-widths.ts';
import { measureWidth } from './texts/width.ts';

/** Names that no translation changes. */
const NAMES = ['Margin Glance', 'Bitget', 'USDT', 'BTC', 'API', 'CSV', 'HMAC', 'IP', 'JSON', 'RSA', 'UID', 'VPN'];

/** The plural forms of whole numbers: a new language does not compile without them. */
const PLURAL_FORMS: Record<(typeof LANGUAGES)[number], string> = {
  en: 'one other',
  es: 'one other',
  ja: 'other',
  ru: 'one few many',
  tr: 'one other',
  vi: 'other',
  zh_CN: 'other',
};

it('the folders are those of the supported languages', () => {
  expect(folders).toEqual(LANGUAGES);
});

it('the English texts are all used', () => {
  expect(findUnused(Object.keys(english))).toEqual([]);
});

it('the English texts are not written in the code', () => {
  const written = globSync('{components,entrypoints}/**/*.tsx').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/>\s*([A-Za-z][a-z]+ [a-z][^<>{}();=]*)</g)].map(
      ([, text]) => `${file}: ${text}`,
    ),
  );
  expect(written).toEqual([]);
});

it.each(folders)('the texts in %s are complete, correct and short enough', (folder) => {
  const texts = readTexts(folder);
  expect(Object.keys(texts)).toEqual(listExpectedKeys(folder));
  expect(texts.language?.message).toBe(languageTag(folder));
  expect(Intl.NumberFormat.supportedLocalesOf(languageTag(folder))).toEqual([languageTag(folder)]);
  expect([
    ...findBadSpace(texts),
    ...findBadPlaceholders(texts),
    ...findLostNames(texts),
    ...findTooWide(texts),
    ...(folder === 'en' ? [] : findUntranslated(texts)),
  ]).toEqual([]);
});

describe('counted texts', () => {
  it('come in the forms that each language has for whole numbers', () => {
    expect(counted).toEqual(['accounts_count', 'fold', 'positions_omitted', 'file_done']);
    expect(Object.fromEntries(LANGUAGES.map((folder) => [folder, pluralForms(folder).join(' ')]))).toEqual(
      PLURAL_FORMS,
    );
  });
});

function findUnused(keys: readonly string[]): readonly string[] {
  const sources = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}')
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .concat(readFileSync('wxt.config.ts', 'utf8'))
    .join('\n');
  /** Fixed prefixes of composed keys, such as `level_` of `level_${level}`. */
  const prefixes = [...sources.matchAll(/`([a-z_]+_)\$\{/g)].map(([, prefix]) => prefix ?? '');
  /** Fixed suffixes of composed keys, such as `_advice` of `${title}_advice`. */
  const suffixes = [...sources.matchAll(/`\$\{\w+\}(_[a-z_]+)`/g)].map(([, suffix]) => suffix ?? '');
  const isNamed = (key: string) =>
    sources.includes(`'${key}'`) || sources.includes(`"${key}"`) || sources.includes(`__MSG_${key}__`);
  const isCounted = (key: string) => {
    const family = pluralFamily(key);
    return family !== undefined && sources.includes(`pluralize('${family}'`);
  };
  const isComposed = (key: string) =>
    prefixes.some((prefix) => key.startsWith(prefix)) ||
    suffixes.some((suffix) => key.endsWith(suffix) && sources.includes(`'${key.slice(0, -suffix.length)}'`));
  return keys.filter((key) => !isNamed(key) && !isCounted(key) && !isComposed(key));
}

/** Returns the keys of the English texts in their order, with the plural forms of the language. */
function listExpectedKeys(folder: string): readonly string[] {
  return Object.keys(english).flatMap((key) => {
    const family = pluralFamily(key);
    if (family === undefined) return [key];
    return key === `${family}_one` ? pluralForms(folder).map((form) => `${family}_${form}`) : [];
  });
}

/** Returns the English text for a key. Plural forms that English lacks correspond to its `other`. */
function findEnglish(key: string): Message {
  return english[key] ?? english[`${pluralFamily(key)}_other`] ?? { message: '' };
}

function findBadSpace(texts: Texts): readonly string[] {
  const isBad = (message: string) => message === '' || message !== message.trim();
  return Object.entries(texts).flatMap(([key, { message }]) => (isBad(message) ? [`${key} is empty or padded`] : []));
}

/** Checks that each text has the placeholders of the English one, and uses each of them. */
function findBadPlaceholders(texts: Texts): readonly string[] {
  const list = ({ placeholders = {} }: Message) =>
    Object.entries(placeholders).map(([name, { content }]) => `${name}=${content}`);
  return Object.entries(texts).flatMap(([key, text]) => {
    const { message, placeholders = {} } = text;
    const used = new Set([...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name?.toLowerCase()));
    const isAllUsed = [...used].toSorted().join() === Object.keys(placeholders).toSorted().join();
    const isPositional = Object.values(placeholders).every(({ content }) => /^\$\d$/.test(content));
    const isSame = list(text).join() === list(findEnglish(key)).join();
    return isAllUsed && isPositional && isSame && !plain(text).includes('$') ? [] : [`${key} has other placeholders`];
  });
}

function findLostNames(texts: Texts): readonly string[] {
  return Object.entries(texts).flatMap(([key, text]) => {
    const [translated, original] = [plain(text), plain(findEnglish(key))];
    const names = key.startsWith('product_') ? [] : NAMES.filter((name) => original.includes(name));
    const numbers = original.match(/\d+(\.\d+)?/g) ?? [];
    return [...names, ...numbers].filter((each) => !translated.includes(each)).map((each) => `${key} lacks ${each}`);
  });
}

function findTooWide(texts: Texts): readonly string[] {
  return PLACES.flatMap(({ name, keys, most }) => {
    const there = Object.entries(texts).filter(([key]) => keys.test(key));
    if (there.length === 0) return [`no text belongs to the place “${name}”`];
    return there.flatMap(([key, text]) => {
      const width = measureWidth(plain(text));
      return width > most ? [`${key} has ${width} of ${most} in ${name}: ${text.message}`] : [];
    });
  });
}

/** Names, abbreviations and international terms may equal the English text. Sentences may not. */
function findUntranslated(texts: Texts): readonly string[] {
  const countWords = (text: string) =>
    NAMES.reduce((left, name) => left.replaceAll(name, ''), text)
      .trim()
      .split(/\s+/).length;
  const entries = Object.entries(texts);
  const same = entries.filter(([key, { message }]) => message === english[key]?.message);
  const sentences = same.filter(([, text]) => countWords(plain(text)) > 2).map(([key]) => `${key} is English`);
  return same.length < entries.length / 12 ? sentences : [...sentences, `${same.length} texts equal the English ones`];
}
