import { describe, expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import { type Failure, needsUser, REFUSALS, type RefusalCause } from '../core/failure.ts';
import { describeFailure } from './failure-text.ts';

const failures: Failure[] = [
  { kind: 'offline' },
  { kind: 'unreachable' },
  { kind: 'timeout' },
  ...REFUSALS.map((cause) => ({ kind: 'refused', code: '40009', cause }) as const),
  { kind: 'family', code: '40085', family: 'unified' },
  { kind: 'throttled', until: Date.UTC(2026, 0, 1, 14, 2), hasRetryAfter: true },
  { kind: 'trouble', code: '40725' },
  { kind: 'blank' },
  { kind: 'liquidating', code: '25008' },
  { kind: 'maintenance', code: '40200' },
  { kind: 'clock', code: '40008', offset: -600_400 },
  { kind: 'blocked' },
  { kind: 'invalid', code: '40404' },
  { kind: 'unreadable', where: 'data' },
  { kind: 'vault', problem: 'missing' },
  { kind: 'vault', problem: 'damaged' },
  { kind: 'vault', problem: 'closed' },
  { kind: 'locked' },
  { kind: 'noHostPermission' },
  { kind: 'storage' },
];

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
    expect(advice.endsWith(`Bitget says: ${detail}`)).toBe(quoted);
    expect(advice).not.toMatch(quoted ? /\{/ : /Bitget says|40018|\{/);
  });

  it('reports whether only the user can resolve it', () => {
    expect(failures.filter(needsUser).map((failure) => failure.kind)).toEqual([
      ...REFUSALS.map(() => 'refused'),
      'vault',
      'vault',
      'locked',
      'noHostPermission',
      'storage',
    ]);
  });
});
