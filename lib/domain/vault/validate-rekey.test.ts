import { describe, expect, it } from 'vitest';
import { NEVER_LOCKED } from './lock.ts';
import type { RekeyDraft } from './rekey.ts';
import { parseRekeyDraft } from './validate-rekey.ts';

const draft: RekeyDraft = {
  mode: 'password',
  current: '',
  forgot: false,
  password: 'correct horse',
  again: 'correct horse',
  secrets: { main: 'typed' },
};
const device = NEVER_LOCKED;
const locked = { ...NEVER_LOCKED, mode: 'password' } as const;

describe('the protection form', () => {
  it('becomes a command with the typed secrets', () => {
    expect(parseRekeyDraft(draft, device)).toEqual({
      ok: true,
      value: { mode: 'password', current: '', password: 'correct horse', secrets: { main: 'typed' } },
    });
  });

  it('sends the current password, unless it is forgotten', () => {
    const known = { ...draft, current: 'old password' };
    expect(parseRekeyDraft(known, locked)).toMatchObject({ ok: true, value: { current: 'old password' } });
    expect(parseRekeyDraft({ ...known, forgot: true }, locked)).toMatchObject({ ok: true, value: { current: '' } });
  });

  it('sends no new password to a mode without one', () => {
    expect(parseRekeyDraft({ ...draft, mode: 'session', again: 'other' }, device)).toMatchObject({
      ok: true,
      value: { mode: 'session', password: '' },
    });
  });

  it.each([
    ['the password so far is missing', draft, locked, 'empty'],
    ['the two new passwords differ', { ...draft, again: 'correct house' }, device, 'differ'],
    ['it is too short, whatever was repeated', { ...draft, password: '1234567', again: 'x' }, device, 'short'],
    ['nothing changes', { ...draft, mode: 'device' }, device, 'same'],
  ] as const)('is refused where %s', (_, typed, lock, failure) => {
    expect(parseRekeyDraft(typed, lock)).toEqual({ ok: false, failure });
  });

  it('needs no current password where there is none, or it is forgotten', () => {
    expect(parseRekeyDraft(draft, { ...NEVER_LOCKED, mode: 'session' }).ok).toBe(true);
    expect(parseRekeyDraft({ ...draft, forgot: true }, locked).ok).toBe(true);
  });

  it.each([12, 512])('accepts a password of %i characters', (length) => {
    const password = 'horse staple battery '.padEnd(length, 'correct lamp ').slice(0, length);
    expect(parseRekeyDraft({ ...draft, password, again: password }, device).ok).toBe(true);
  });
});
