import { expect, it } from 'vitest';
import { buildAccount } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { MINUTE } from '../core/time.ts';
import { formatSnoozes, listActiveSnoozes } from './snooze-text.ts';

const now = new Date(2026, 5, 10, 14, 0).getTime();
const accounts = [buildAccount({ id: 'a', label: 'Main' }), buildAccount({ id: 'b', label: 'Grid bot' })];
const silence = { all: now + 30 * MINUTE, accounts: { b: now + MINUTE, gone: now + MINUTE } };

it('lists active snoozes, all accounts first, without removed accounts', () => {
  expect(listActiveSnoozes(silence, accounts, now, english)).toEqual([
    { account: null, label: 'All accounts', until: silence.all },
    { account: 'b', label: 'Grid bot', until: now + MINUTE },
  ]);
  expect(formatSnoozes(silence, accounts, now, english)).toEqual([
    'All accounts: alerts muted until 02:30 PM',
    'Grid bot: alerts muted until 02:01 PM',
  ]);
});

it('omits expired snoozes', () => {
  expect(listActiveSnoozes(silence, accounts, now + MINUTE, english).map(({ account: id }) => id)).toEqual([null]);
  expect(formatSnoozes({ all: 0, accounts: {} }, accounts, now, english)).toEqual([]);
});
