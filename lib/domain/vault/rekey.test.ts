import { describe, expect, it } from 'vitest';
import { NEVER_LOCKED } from './lock.ts';
import { parseRekeyDraft, type RekeyDraft } from './rekey.ts';

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

describe('what was typed to change how keys are kept', () => {
  it('is a command with the secrets that were typed', () => {
    expect(parseRekeyDraft(draft, device)).toEqual({
      ok: true,
      value: { mode: 'password', current: '', password: 'correct horse', secrets: { main: 'typed' } },
    });
  });

  it('carries the password so far, unless that was forgotten', () => {
    const known = { ...draft, current: 'old password' };
    expect(parseRekeyDraft(known, locked)).toMatchObject({ ok: true, value: { current: 'old password' } });
    expect(parseRekeyDraft({ ...known, forgot: true }, locked)).toMatchObject({ ok: true, value: { current: '' } });
  });

  it('carries no new password to a mode without one', () => {
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

  it('needs no password so far where there is none, or where it was forgotten', () => {
    expect(parseRekeyDraft(draft, { ...NEVER_LOCKED, mode: 'session' }).ok).toBe(true);
    expect(parseRekeyDraft({ ...draft, forgot: true }, locked).ok).toBe(true);
  });

  it.each([12, 512])('takes a password of %i characters', (length) => {
    const password = 'horse staple battery '.padEnd(length, 'correct lamp ').slice(0, length);
    expect(parseRekeyDraft({ ...draft, password, again: password }, device).ok).toBe(true);
  });
});
