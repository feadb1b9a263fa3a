import { expect, it } from 'vitest';
import { account } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { MINUTE } from '../core/time.ts';
import { hushesOf, silenceText } from './snooze-text.ts';

const now = new Date(2026, 5, 10, 14, 0).getTime();
const accounts = [account({ id: 'a', label: 'Main' }), account({ id: 'b', label: 'Grid bot' })];
const silence = { all: now + 30 * MINUTE, accounts: { b: now + MINUTE, gone: now + MINUTE } };

it('tells the silences that hold, that of all first, and none of an account that is gone', () => {
  expect(hushesOf(silence, accounts, now, english)).toEqual([
    { account: null, label: 'All accounts', until: silence.all },
    { account: 'b', label: 'Grid bot', until: now + MINUTE },
  ]);
  expect(silenceText(silence, accounts, now, english)).toEqual([
    'All accounts: alerts silenced until 02:30 PM',
    'Grid bot: alerts silenced until 02:01 PM',
  ]);
});

it('tells nothing of what is over', () => {
  expect(hushesOf(silence, accounts, now + MINUTE, english).map(({ account: id }) => id)).toEqual([null]);
  expect(silenceText({ all: 0, accounts: {} }, accounts, now, english)).toEqual([]);
});
