import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getAccountStatus } from '../../domain/portfolio/account-status.ts';
import { buildCards } from '../../domain/portfolio/card.ts';
import { findUnmonitored } from '../../domain/portfolio/lost-accounts.ts';
import { computeTotals } from '../../domain/portfolio/totals.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { buildBadge } from '../../domain/view/badge.ts';
import { buildTooltip } from '../../domain/view/tooltip.ts';
import { buildAccount, buildAccountReading, buildMargin, buildPosition, buildUnified } from '../../testing/builders.ts';
import { corruptedCopies } from '../../testing/corrupt-values.ts';
import { english } from '../../testing/english-i18n.ts';
import { accounts, readings, settings } from './items.ts';
import { type Item, parse } from './store.ts';

const NOW = 1_700_000_000_000;
const failure = { kind: 'refused', code: '40014', cause: 'permission', detail: 'x' } as const;
const rows = [buildMargin({ available: '5', isolatedMargin: '2', unrealizedPL: '' }, { assetMode: 'union' })];
const READINGS = {
  clockOffset: -3,
  accounts: {
    main: buildAccountReading(
      {
        'USDT-FUTURES': { state: 'fresh', at: NOW, figures: rows },
        'COIN-FUTURES': { state: 'stale', at: NOW - 1e6, figures: rows, failure, failedAt: NOW },
        'USDC-FUTURES': {
          state: 'failed',
          failure: { kind: 'throttled', until: NOW, hasRetryAfter: true },
          failedAt: NOW,
        },
      },
      { positions: { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures: [buildPosition({ mode: 'isolated' })] } } },
    ),
    sub: buildAccountReading(
      { UNIFIED: { state: 'fresh', at: NOW, figures: [buildUnified({ mmr: '5', effEquity: '9' })] } },
      { family: 'unified' },
    ),
  },
};
const STORED = {
  accounts: [buildAccount(), buildAccount({ id: 'sub', label: 'Sub', demo: true })],
  settings: DEFAULT_SETTINGS,
  readings: READINGS,
};

describe.each<[keyof typeof STORED, Item<unknown>]>([
  ['accounts', accounts],
  ['settings', settings],
  ['readings', readings],
])('L6: stored %s', (name, item) => {
  const whole = { v: 1, value: STORED[name] };

  it('are unchanged after writing and reading', () => {
    expect(parse(item, JSON.parse(JSON.stringify(whole)))).toEqual({ state: 'ok', value: whole.value });
  });

  it('are reported or can still be rendered when one field is corrupt', () => {
    let drawn = 0;
    fc.assert(
      fc.property(corruptedCopies(whole), (stored) => {
        const loaded = parse(item, stored);
        if (!('value' in loaded)) {
          expect(['corrupt', 'future']).toContain(loaded.state);
          return;
        }
        drawn += 1;
        render({ ...STORED, [name]: loaded.value });
      }),
      { numRuns: 500 },
    );
    expect(drawn).toBeGreaterThan(0);
  });
});

/** Computes everything that the views show. Nothing in it may throw. */
function render(portfolio: typeof STORED): void {
  const cards = buildCards(portfolio, NOW);
  computeTotals(cards, false);
  expect(buildBadge(portfolio, NOW).text.length).toBeLessThanOrEqual(4);
  expect(typeof buildTooltip(portfolio, NOW, english)).toBe('string');
  findUnmonitored(portfolio, NOW);
  for (const each of portfolio.accounts) getAccountStatus(each, portfolio, NOW);
}
