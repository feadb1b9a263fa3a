import { type Card, cardsOf, type Watched, worstLevel } from './card.ts';
import { inPercent } from './format.ts';
import { compareLevels, type Level } from './risk.ts';
import { isUnread, troublesOf } from './trouble.ts';

/** What the toolbar shows: at most four characters on a ground of the tone's colour. */
export type Badge = { readonly text: string; readonly tone: Tone };
export type Tone = Level | 'act' | 'waiting' | 'none';

/** The ground behind the text; white on each has a contrast of at least 4.5. */
export const GROUNDS: Record<Tone, string> = {
  safe: '#0f6b66',
  caution: '#8a6100',
  warning: '#b04a00',
  danger: '#b3132b',
  unknown: '#5b6472',
  act: '#b3132b',
  waiting: '#5b6472',
  none: '#5b6472',
};

/**
 * The worst of all accounts. A warning or a danger that is known outranks everything; then what only
 * the user can mend (`!`); then what is not known (`—`), because a calm figure beside it would flatter.
 */
export function badgeOf(watched: Watched, now: number): Badge {
  if (watched.accounts.length === 0) return { text: '', tone: 'none' };
  const cards = cardsOf(watched, now);
  const level = worstLevel(cards);
  if (compareLevels(level, 'warning') >= 0) return risk(cards, level);
  if (troublesOf(watched).some(({ needsUser }) => needsUser)) return { text: '!', tone: 'act' };
  if (level === 'caution') return risk(cards, level);
  if (isUnread(watched, 'failed')) return { text: UNKNOWN_TEXT, tone: 'unknown' };
  if (isUnread(watched, 'empty')) return { text: '…', tone: 'waiting' };
  return level === 'unknown' ? { text: UNKNOWN_TEXT, tone: 'unknown' } : risk(cards, level);
}

const UNKNOWN_TEXT = '—';
const MOST = 999;

function risk(cards: readonly Card[], level: Level): Badge {
  const rate = cards.find((card) => card.level === level)?.risk.rate ?? null;
  const percent = rate === null ? 0 : Number(inPercent(rate, 0));
  return { text: percent > MOST ? `${MOST}+` : `${percent}%`, tone: level };
}
