import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ALL } from './source-files.ts';
import { english, plain } from './texts/locales.ts';

/** Words with a private meaning, and the field's words in their place. See "Voice" in CONTRIBUTING.md. */
const AVOIDED: Record<string, string> = {
  'tell|tells|told|telling': 'notify, report, show',
  'heed|heeds|heeded': 'respect',
  'dress|dressed': 'apply',
  'sweep|sweeps|swept': 'delete',
  'wreck|wrecks': 'corrupt item',
  'deed|deeds': 'action',
  'befall|befell|befalls': 'affect',
  'ail|ails': 'affect',
  whoever: 'name the actor',
  meanwhile: 'in the meantime, or name the event',
  'anew|afresh': 'again',
  'by itself|by themselves': 'automatically',
  'all the same': 'still',
  'of ours': 'our',
  'under way': 'in progress',
  'goes on|go on': 'continues',
  'for want of': 'without',
  'a hair': 'a small margin',
};

const pattern = new RegExp(`\\b(${Object.keys(AVOIDED).join('|')})\\b`, 'i');

const FILES = ALL.filter((file) => !file.endsWith('english.test.ts'));

it('keeps private words out of comments', () => {
  expect(findComments(pattern)).toEqual([]);
});

it('names the subject at the beginning of a comment’s sentence', () => {
  expect(findComments(/(?:^\W*|[.!?] )(?:What|That|Who|The same)\b/)).toEqual([]);
});

const DECLARATION = /\b(?:const|let|function|type|interface|class) +([A-Za-z]\w*)/g;

it('keeps private words and …Of out of names', () => {
  const found = FILES.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(DECLARATION)]
      .map(([, name = '']) => name)
      .filter((name) => pattern.test(name.split(/(?=[A-Z])|_/).join(' ')) || /^(?!is).*Of$/.test(name))
      .map((name) => `${file} ${name}`),
  );
  expect(found).toEqual([]);
});

/** User texts speak with one voice: monitor, alert, mute, retry; and in American spelling. */
const FOREIGN =
  /unrealis|recognis|colour|grey|licence|favour|centre|cancelled|silenc|snooz|\bwatch|try again by|could not/i;

it('keeps private words, other voices and British spelling out of the English texts', () => {
  const found = Object.entries(english)
    .map(([key, text]) => ({ key, text: plain(text) }))
    .filter(({ text }) => pattern.test(text) || FOREIGN.test(text));
  expect(found).toEqual([]);
});

it('keeps straight apostrophes out of the English texts', () => {
  expect(Object.entries(english).filter(([, { message }]) => message.includes("'"))).toEqual([]);
});

function findComments(wrong: RegExp): readonly string[] {
  return FILES.flatMap((file) =>
    listComments(readFileSync(file, 'utf8'))
      .filter(({ text }) => wrong.test(text))
      .map(({ line, text }) => `${file}:${line} ${text.trim()}`),
  );
}

/** Returns the lines of a file that are comments, or end in one. */
function listComments(source: string): readonly { readonly line: number; readonly text: string }[] {
  return source.split('\n').flatMap((text, index) => {
    const comment = /^\s*(?:\/\/|\/?\*)/.test(text) ? text : /\s\/\/ .*$/.exec(text)?.[0];
    return comment === undefined ? [] : [{ line: index + 1, text: comment }];
  });
}
