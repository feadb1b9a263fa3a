import { describe, expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import { type Failure, needsUser, REFUSALS, type RefusalCause, VAULT_PROBLEMS } from '../core/failure.ts';
import { describeFailure } from './failure-text.ts';

/** Examples of every kind: a new kind does not compile without one. */
const EXAMPLES: { readonly [K in Failure['kind']]: readonly Extract<Failure, { kind: K }>[] } = {
  offline: [{ kind: 'offline' }],
  unreachable: [{ kind: 'unreachable' }],
  timeout: [{ kind: 'timeout' }],
  refused: REFUSALS.map((cause) => ({ kind: 'refused', code: '40009', cause }) as const),
  family: [{ kind: 'family', code: '40085', family: 'unified' }],
  throttled: [{ kind: 'throttled', until: Date.UTC(2026, 0, 1, 14, 2), hasRetryAfter: true }],
  trouble: [{ kind: 'trouble', code: '40725' }],
  retired: [{ kind: 'retired', code: '40309' }],
  unlisted: [
    { kind: 'unlisted', since: 0, isConfirmed: false },
    { kind: 'unlisted', since: 0, isConfirmed: true },
  ],
  blank: [{ kind: 'blank' }],
  liquidating: [{ kind: 'liquidating', code: '25008' }],
  maintenance: [{ kind: 'maintenance', code: '40200' }],
  clock: [{ kind: 'clock', code: '40008', offset: -600_400 }],
  blocked: [{ kind: 'blocked' }],
  invalid: [{ kind: 'invalid', code: '40404' }],
  unreadable: [{ kind: 'unreadable', where: 'data' }],
  vault: VAULT_PROBLEMS.map((problem) => ({ kind: 'vault', problem }) as const),
  locked: [{ kind: 'locked' }],
  noHostPermission: [{ kind: 'noHostPermission' }],
  storage: [{ kind: 'storage' }],
};
const failures: readonly Failure[] = Object.values(EXAMPLES).flat();

describe('every failure', () => {
  it.each(failures)('%j is said in two whole sentences', (failure) => {
    const { title, advice } = describeFailure(failure, english);
    expect(title).toMatch(/^[A-Z].+\.$/);
    expect(advice.length).toBeGreaterThan(20);
    expect(`${title} ${advice}`).not.toMatch(/\$|undefined/);
  });

  it('has a text of its own', () => {
    expect(new Set(failures.map((failure) => describeFailure(failure, english).title)).size).toBe(failures.length);
  });

  it.each<[Failure, RegExp]>([
    [{ kind: 'maintenance', code: '40200' }, /maintenance/],
    [{ kind: 'locked' }, /locked/i],
    [{ kind: 'offline' }, /offline|network/i],
    [{ kind: 'clock', code: '40008', offset: 1_500 }, / 2 s/],
    [{ kind: 'vault', problem: 'lost' }, /encrypted keys/i],
  ])('is named: %j', (failure, i18n) => {
    expect(describeFailure(failure, english).title).toMatch(i18n);
  });

  it.each<[Failure, RegExp]>([
    [{ kind: 'throttled', until: Date.UTC(2026, 0, 1, 14, 2), hasRetryAfter: true }, /\d:02/],
    [{ kind: 'unreadable', where: 'data[3]' }, /data\[3\]/],
  ])('names its end or its place: %j', (failure, i18n) => {
    expect(describeFailure(failure, english).advice).toMatch(i18n);
  });

  it('shows helpful numbers', () => {
    expect(describeFailure({ kind: 'clock', code: '40008', offset: -600_400 }, english).title).toContain('600 s');
    expect(describeFailure({ kind: 'trouble', code: '40725' }, english).advice).toContain('40725');
    const permission = { kind: 'refused', code: '40014', cause: 'permission', detail: 'need futures read' } as const;
    expect(describeFailure(permission, english).advice).toContain('need futures read');
  });

  it('describes an empty list of accounts more gravely once a second one confirms it', () => {
    expect(describeFailure({ kind: 'unlisted', since: 0, isConfirmed: false }, english)).toEqual({
      title: 'Bitget’s list of margin accounts was empty.',
      advice: 'Showing the last figures. Retrying automatically.',
    });
    expect(describeFailure({ kind: 'unlisted', since: 0, isConfirmed: true }, english)).toEqual({
      title: 'Bitget no longer lists a margin account.',
      advice: 'Check your positions at Bitget. Retrying automatically.',
    });
  });

  it('names no time for a throttle whose length Bitget did not say', () => {
    const guess = { kind: 'throttled', until: Date.UTC(2026, 0, 1, 14, 2), hasRetryAfter: false } as const;
    expect(describeFailure(guess, english)).toEqual({ title: 'Too many requests.', advice: 'Retrying shortly.' });
  });

  it('has separate texts for an empty response and for a liquidation', () => {
    expect(describeFailure({ kind: 'blank' }, english)).toEqual({
      title: 'Bitget’s response was empty.',
      advice: 'Retrying automatically.',
    });
    expect(describeFailure({ kind: 'liquidating', code: '25008' }, english)).toEqual({
      title: 'Bitget is liquidating this account.',
      advice: 'Open Bitget now and check your positions. Error 25008',
    });
  });

  it.each<[cause: RefusalCause, detail: string | undefined, quoted: boolean]>([
    ['address', 'Invalid IP', true],
    ['address', 'Invalid IP,Current request IP {0}', false],
    ['permission', 'need {} permissions', false],
    ['permission', 'at most %s', false],
    ['permission', '40014', false],
    ['permission', '无效的权限', false],
    ['permission', '', false],
    ['permission', undefined, false],
    ['region', 'Invalid IP', false],
  ])('quotes Bitget on %s saying %j: %s', (cause, detail, quoted) => {
    const { advice } = describeFailure(
      { kind: 'refused', code: '40018', cause, ...(detail !== undefined && { detail }) },
      english,
    );
    expect(advice).not.toMatch(quoted ? /\{/ : /Bitget says|40018|\{/);
    expect(advice).toMatch(quoted ? /\. Bitget says: Invalid IP$/ : /\w\.$/);
  });

  it('reports whether only the user can resolve it', () => {
    expect(failures.filter(needsUser).map((failure) => failure.kind)).toEqual([
      ...REFUSALS.map(() => 'refused'),
      ...VAULT_PROBLEMS.filter((problem) => problem !== 'closed').map(() => 'vault'),
      'locked',
      'noHostPermission',
      'storage',
    ]);
  });
});
