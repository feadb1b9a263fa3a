/** Why a password of sufficient length is easy to guess. */
export type Weakness = 'common' | 'repeated' | 'sequence';

/**
 * Parts of the most common passwords in published leaks, plus obvious ones for this extension. Letters only, because
 * digits that replace letters are mapped first.
 * https://github.com/danielmiessler/SecLists/tree/master/Passwords/Common-Credentials
 */
const COMMON =
  'password passwort passwd contrasena parola sifre iloveyou letmein welcome admin administrator default changeme changeit trustno login master monkey dragon football baseball superman batman princess sunshine shadow starwars whatever freedom michael computer internet secret bitget bitcoin binance crypto ethereum trading margin glance qwerty qwertz azerty qazwsx qweasd zaqxsw zxcvbn asdfgh'
    .split(' ')
    .toSorted((a, b) => b.length - a.length);

const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'yxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '!@#$%^&*()',
].flatMap((run) => [run, [...run].toReversed().join('')]);

/** The minimum number of characters that no rule explains. */
const MIN_CHARACTERS_LEFT = 6;
const MIN_DISTINCT_CHARACTERS = 5;
const MIN_UNIT_LENGTH = 12;
const MIN_RUN_LENGTH = 4;

/** Returns the weakness of a password that is long enough, or null. */
export function findWeakness(password: string): Weakness | null {
  const plain = password.toLowerCase();
  if (isRepeated(plain)) return 'repeated';
  if (withoutRuns(plain).length < MIN_CHARACTERS_LEFT) return 'sequence';
  return countUncommon(plain) < MIN_CHARACTERS_LEFT ? 'common' : null;
}

/** Few different characters, or a short repeated piece. */
function isRepeated(text: string): boolean {
  if (new Set(text).size < MIN_DISTINCT_CHARACTERS) return true;
  const lengths = Array.from({ length: MIN_UNIT_LENGTH - 1 }, (_, index) => index + 1);
  return lengths.some((length) => length * 2 <= text.length && text.startsWith(text.slice(length)));
}

/** Removes runs of the alphabet, the digits and the keyboard rows. */
function withoutRuns(text: string): string {
  let rest = '';
  for (let start = 0; start < text.length; ) {
    const length = runLengthAt(text, start);
    if (length >= MIN_RUN_LENGTH) {
      start += length;
    } else {
      rest += text[start];
      start += 1;
    }
  }
  return rest;
}

function runLengthAt(text: string, start: number): number {
  const isRun = (end: number) => RUNS.some((run) => run.includes(text.slice(start, end)));
  let end = start;
  while (end < text.length && isRun(end + 1)) end += 1;
  return end - start;
}

const LETTERS = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Counts the characters besides common words, and the digits and signs around them, which add little. */
function countUncommon(text: string): number {
  const asLetters = Object.entries(LETTERS).reduce((left, [sign, letter]) => left.replaceAll(sign, letter), text);
  const spellings = [text, asLetters];
  const bare = spellings.map((each) => COMMON.reduce((left, word) => left.replaceAll(word, ''), each));
  if (bare.every((each, index) => each === spellings[index])) return text.length;
  return Math.min(...bare.map((each) => withoutRuns(each).replace(/[\d\s\p{P}\p{S}]/gu, '').length));
}
