import { type Card, cardsOf, type Watched, worstLevel } from './card.ts';
import { inPercent } from './format.ts';
import { lostOf } from './lost.ts';
import { compareLevels, type Level } from './risk.ts';
import { isUnread, troublesOf } from './trouble.ts';

/** What the toolbar shows: at most four characters on a ground of the tone's colour. */
export type Badge = { readonly text: string; readonly tone: Tone };
export type Tone = Level | 'act' | 'waiting' | 'none';

/** The ground behind the white text: the colours of the light theme, which all eyes tell apart (`house/colours.test.ts`). */
export const GROUNDS: Record<Tone, string> = {
  safe: '#006f8c',
  caution: '#8a6200',
  warning: '#843000',
  danger: '#bc0040',
  unknown: '#57606d',
  act: '#bc0040',
  waiting: '#57606d',
  none: '#57606d',
};

/**
 * The worst of all accounts. A warning or a danger that is known outranks everything; then what only
 * the user can mend (`!`); then an account that is not watched any more (`—`); then a caution, before
 * what is not known (`—`), because a calm figure beside it would flatter.
 */
export function badgeOf(watched: Watched, now: number): Badge {
  if (watched.accounts.length === 0) return { text: '', tone: 'none' };
  const cards = cardsOf(watched, now);
  const level = worstLevel(cards);
  if (compareLevels(level, 'warning') >= 0) return risk(cards, level);
  if (troublesOf(watched).some(({ needsUser }) => needsUser)) return { text: '!', tone: 'act' };
  if (lostOf(watched, now).length > 0) return { text: UNKNOWN_TEXT, tone: 'unknown' };
  if (level === 'caution') return risk(cards, level);
  if (isUnread(watched, 'failed')) return { text: UNKNOWN_TEXT, tone: 'unknown' };
  if (isUnread(watched, 'empty')) return { text: '…', tone: 'waiting' };
  return level === 'unknown' ? { text: UNKNOWN_TEXT, tone: 'unknown' } : risk(cards, level);
}

/** Nothing is being read: whatever was known last, a figure here would say that somebody is still watching. */
export const LOCKED: Badge = { text: '🔒', tone: 'act' };

const UNKNOWN_TEXT = '—';
const MOST = 999;

function risk(cards: readonly Card[], level: Level): Badge {
  const rate = cards.find((card) => card.level === level)?.risk.rate ?? null;
  const percent = rate === null ? 0 : Number(inPercent(rate, 0));
  return { text: percent > MOST ? `${MOST}+` : `${percent}%`, tone: level };
}
