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
  return withoutCommon(plain).length < MIN_CHARACTERS_LEFT ? 'common' : null;
}

/** Few different characters, or a short repeated piece. */
function isRepeated(text: string): boolean {
  if (new Set(text).size < MIN_DISTINCT_CHARACTERS) return true;
  const unit = Array.from({ length: MIN_UNIT_LENGTH - 1 }, (_, index) => index + 1).find((length) =>
    [...text].every((character, index, all) => index < length || character === all[index - length]),
  );
  return unit !== undefined && unit * 2 <= text.length;
}

/** Removes runs of the alphabet, the digits and the keyboard rows. */
function withoutRuns(text: string): string {
  let rest = '';
  for (let start = 0; start < text.length; ) {
    const length = runAt(text, start);
    if (length < MIN_RUN_LENGTH) rest += text[start];
    start += length < MIN_RUN_LENGTH ? 1 : length;
  }
  return rest;
}

function runAt(text: string, start: number): number {
  const lengths = RUNS.map((run) => {
    const at = run.indexOf(text[start] ?? '');
    let length = 0;
    while (at >= 0 && at + length < run.length && run[at + length] === text[start + length]) length += 1;
    return length;
  });
  return Math.max(...lengths);
}

const LETTERS: Readonly<Record<string, string>> = {
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

/** Removes common words, and the digits and signs around them, which add little. */
function withoutCommon(text: string): string {
  const asLetters = text.replace(/[013457@$!]/g, (sign) => LETTERS[sign] ?? sign);
  const bare = [text, asLetters].map((each) => COMMON.reduce((left, word) => left.replaceAll(word, ''), each));
  const [shortest = ''] = bare
    .map((each) => withoutRuns(each).replace(/[\d\s\p{P}\p{S}]/gu, ''))
    .toSorted((a, b) => a.length - b.length);
  const isTouched = bare.some((each, index) => each !== [text, asLetters][index]);
  return isTouched ? shortest : text;
}
