import { describe, expect, it } from 'vitest';
import { buildMargin, buildPosition, buildUnified } from '../../testing/builders.ts';
import { failed, ok } from '../core/result.ts';
import { applyResponse, applyResult, mostRecent } from './apply-response.ts';
import { isUnlisted, listedFigures, type MarginReading, type Reading } from './reading.ts';

const timeout = { kind: 'timeout' } as const;
const fresh: Reading<string> = { state: 'fresh', at: 1, figures: 'old' };
const stale: Reading<string> = { ...fresh, state: 'stale', failure: timeout, failedAt: 2 };

describe('a reading', () => {
  it('keeps its last good figures after a failure', () => {
    expect(applyResult(fresh, failed(timeout), 2)).toEqual(stale);
    expect(applyResult(stale, failed({ kind: 'offline' }), 9)).toEqual({
      ...stale,
      failure: { kind: 'offline' },
      failedAt: 9,
    });
  });

  it('has no figures to keep before the first success', () => {
    const first = { state: 'failed', failure: timeout, failedAt: 5 } as const;
    expect(applyResult({ state: 'empty' }, failed(timeout), 5)).toEqual(first);
    expect(applyResult(first, failed({ kind: 'offline' }), 9)).toEqual({
      ...first,
      failure: { kind: 'offline' },
      failedAt: 9,
    });
  });

  it.each<Reading<string>>([{ state: 'empty' }, fresh, stale, { state: 'failed', failure: timeout, failedAt: 1 }])(
    'is fresh after a good answer, from $state',
    (before) => {
      expect(applyResult(before, ok('new'), 7)).toEqual({ state: 'fresh', at: 7, figures: 'new' });
    },
  );
});

it.each<[string, Reading<string>, Reading<string>, Reading<string>]>([
  ['the younger figures', { ...fresh, at: 3 }, { ...fresh, at: 5 }, { ...fresh, at: 5 }],
  [
    'the younger figures, also where they are stale',
    { ...fresh, at: 3 },
    { ...stale, at: 5, figures: 'new', failedAt: 9 },
    { ...stale, at: 5, figures: 'new', failedAt: 9 },
  ],
  ['figures, not nothing', fresh, { state: 'empty' }, fresh],
  [
    'a failure that came after them',
    { ...fresh, at: 3 },
    { ...stale, at: 1, failedAt: 9 },
    { ...stale, at: 3, failedAt: 9 },
  ],
  ['none that came before', { ...fresh, at: 3 }, { ...stale, failedAt: 2 }, { ...fresh, at: 3 }],
  [
    'a failure without figures, kept with those of before',
    fresh,
    { state: 'failed', failure: timeout, failedAt: 2 },
    stale,
  ],
  [
    'the later of two failures',
    { state: 'failed', failure: timeout, failedAt: 2 },
    { state: 'failed', failure: timeout, failedAt: 3 },
    { state: 'failed', failure: timeout, failedAt: 3 },
  ],
  [
    'figures of a stale reading that are as young',
    { ...stale, at: 1, failedAt: 2 },
    { ...stale, at: 1, failedAt: 3 },
    { ...stale, at: 1, failedAt: 3 },
  ],
])('of two concurrent readings keeps %s', (_, one, other, both) => {
  expect(mostRecent(one, other)).toEqual(both);
  expect(mostRecent(other, one)).toEqual(both);
});

describe('an empty list of margin accounts', () => {
  const MINUTE = 60_000;
  const rows = [buildMargin({ accountEquity: '9', crossedRiskRate: '0.95' })];
  const positions = [buildPosition()];
  const read = {
    margin: { state: 'fresh', at: 0, figures: rows },
    positions: { state: 'fresh', at: 0, figures: positions },
  } as const;
  const at = (time: number) => ({ margin: time, positions: time });
  const none = { margin: ok([]), positions: ok([]) };
  const first = () => applyResponse(read, none, at(MINUTE));
  const second = () => applyResponse(first(), none, at(2 * MINUTE));

  it('keeps the last figures and positions, marked, the first time', () => {
    const failure = { kind: 'unlisted', since: MINUTE, isConfirmed: false } as const;
    expect(first()).toEqual({
      margin: { state: 'stale', at: 0, figures: rows, failure, failedAt: MINUTE },
      positions: { state: 'stale', at: 0, figures: positions, failure, failedAt: MINUTE },
    });
    expect(listedFigures(first().margin)).toBe(rows);
    expect(isUnlisted(first().margin)).toBe(false);
  });

  it('means that there is no margin account from the second time on', () => {
    expect(second().margin).toMatchObject({ failure: { kind: 'unlisted', since: MINUTE, isConfirmed: true } });
    expect(listedFigures(second().margin)).toBeNull();
    expect(isUnlisted(applyResponse(second(), none, at(60 * MINUTE)).margin)).toBe(true);
  });

  it('is the new state after an hour, also when the clock was set back', () => {
    const accepted = { state: 'fresh', figures: [] };
    expect(applyResponse(second(), none, at(61 * MINUTE)).margin).toMatchObject(accepted);
    expect(applyResponse(second(), none, at(-60 * MINUTE)).margin).toMatchObject(accepted);
  });

  it('ends with the next rows, and counts again after another failure', () => {
    expect(applyResponse(second(), { margin: ok(rows), positions: ok([]) }, at(3 * MINUTE)).margin.state).toBe('fresh');
    const broken = applyResponse(second(), { margin: failed(timeout), positions: failed(timeout) }, at(3 * MINUTE));
    expect(listedFigures(broken.margin)).toBe(rows);
    expect(isUnlisted(applyResponse(broken, none, at(4 * MINUTE)).margin)).toBe(false);
  });

  it('also stands for a unified pool that disappears', () => {
    const pool: MarginReading = { state: 'fresh', at: 0, figures: [buildUnified({ accountEquity: '9' })] };
    expect(applyResponse({ ...read, margin: pool }, none, at(MINUTE)).margin).toMatchObject({ figures: pool.figures });
  });

  it.each<[string, MarginReading]>([
    ['before the first reading', { state: 'empty' }],
    ['after another one', { state: 'fresh', at: 0, figures: [] }],
    ['after rows that held nothing', { state: 'fresh', at: 0, figures: [buildMargin()] }],
    ['after a failure without figures', { state: 'failed', failure: timeout, failedAt: 0 }],
  ])('is accepted at once %s', (_, margin) => {
    expect(applyResponse({ ...read, margin }, none, at(MINUTE)).margin).toEqual({
      state: 'fresh',
      at: MINUTE,
      figures: [],
    });
  });
});
