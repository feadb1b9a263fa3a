import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrapEnvelope } from '../../bitget/http/envelope.ts';
import { parseMarginAccounts } from '../../bitget/parse/margin-accounts.ts';
import { parseClassicPositions, parseUnifiedPositions } from '../../bitget/parse/positions.ts';
import { parseUnifiedAssets } from '../../bitget/parse/unified-assets.ts';
import { areReadings } from '../../browser/schema/readings.ts';
import { FIGURES, UNIFIED_FIGURES } from '../../domain/margin/margin-account.ts';
import { buildCards } from '../../domain/portfolio/card.ts';
import { computeTotals } from '../../domain/portfolio/totals.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { buildBadge } from '../../domain/view/badge.ts';
import { cardName } from '../../domain/view/labels.ts';
import { buildPositionRow } from '../../domain/view/position-row.ts';
import { buildTooltip } from '../../domain/view/tooltip.ts';
import { buildAccount, buildAccountReading } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';

const NOW = 1_700_000_000_000;
const WATCHED = { accounts: [buildAccount({ products: ['USDT-FUTURES'] })], settings: DEFAULT_SETTINGS };
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** Arbitrary values in place of Bitget's numbers and names. */
const sent = fc.oneof(
  fc.constantFrom(
    '',
    null,
    0,
    '0',
    '-0.00',
    '111,1',
    'NaN',
    '1e400',
    '1E-8',
    '__proto__',
    'USDT',
    'isolated',
    'union',
    'long',
  ),
  fc.stringMatching(/^-?\d{1,60}(\.\d{1,60})?$/),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', '\u202e', '\u200b', '\u0007', '\ud800', '<b>'), maxLength: 300 }),
  fc.jsonValue({ maxDepth: 2 }),
);
const arbitraryRow = (names: readonly string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, sent])), { requiredKeys: [] });
const POSITION = ['symbol', 'marginCoin', 'holdSide', 'posSide', 'marginMode', 'total', 'leverage', 'markPrice'];
const POSITION_MORE = ['liquidationPrice', 'marginRatio', 'keepMarginRate', 'mmr', 'unrealizedPL', 'marginSize'];
const margins = fc.array(arbitraryRow([...FIGURES, 'marginCoin', 'assetMode']), { maxLength: 4 });
const positions = fc.array(arbitraryRow([...POSITION, ...POSITION_MORE]), { maxLength: 4 });
const answered = (data: unknown) =>
  unwrapEnvelope({
    status: 200,
    body: JSON.stringify({ code: '00000', requestTime: 1, data }),
    retryAfter: null,
    date: null,
    now: NOW,
  });
const value = (data: unknown) => {
  const answer = answered(data);
  if (!answer.ok) throw new Error('an answer that is JSON was not read');
  return answer.value;
};

describe('R2, R3: a response with arbitrary fields', () => {
  it('of a classic account shows as visible text, its risk never understated', () => {
    fc.assert(
      fc.property(margins, positions, (rows, held) => {
        const [read, open] = [parseMarginAccounts(value(rows), 'USDT-FUTURES'), parseClassicPositions(value(held))];
        if (!read.ok || !open.ok) throw new Error('rows were not read');
        look({
          ...buildAccountReading({ 'USDT-FUTURES': { state: 'fresh', at: NOW, figures: read.value } }),
          positions: { 'USDT-FUTURES': { state: 'fresh', at: NOW, figures: open.value } },
        });
      }),
      { numRuns: 300 },
    );
  });

  it('of a unified account does so too', () => {
    fc.assert(
      fc.property(arbitraryRow(UNIFIED_FIGURES), positions, (pool, held) => {
        const [read, open] = [parseUnifiedAssets(value(pool)), parseUnifiedPositions(value({ list: held }))];
        if (!read.ok || !open.ok) throw new Error('it was not read');
        look({
          ...buildAccountReading({ UNIFIED: { state: 'fresh', at: NOW, figures: read.value } }, { family: 'unified' }),
          positions: { UNIFIED: { state: 'fresh', at: NOW, figures: open.value } },
        });
      }),
      { numRuns: 300 },
    );
  });
});

/** Computes every view of a reading, which also must round-trip through storage. */
function look(main: ReturnType<typeof buildAccountReading>): void {
  const readings = { clockOffset: 0, accounts: { main } };
  expect(areReadings(JSON.parse(JSON.stringify(readings)))).toBe(true);
  const portfolio = { ...WATCHED, readings };
  const cards = buildCards(portfolio, NOW);
  const texts = [
    buildBadge(portfolio, NOW).text,
    ...buildTooltip(portfolio, NOW, english).split('\n'),
    ...cards.map((card) => cardName(card, english)),
    ...cards.flatMap(({ positions: all }) =>
      all.map((each) => buildPositionRow(each, { all, near: DEFAULT_SETTINGS.near, hidden: false }, english).sentence),
    ),
  ];
  expect(texts.filter((text) => INVISIBLE.test(text))).toEqual([]);
  expect(Math.max(0, ...texts.map((text) => text.length))).toBeLessThan(400);
  computeTotals(cards, false);
  for (const { level, risk, margin } of cards) {
    const rate = margin.product === 'UNIFIED' ? margin.figures.mgnRatio : margin.figures.crossedRiskRate;
    if (typeof rate !== 'string') expect(level).not.toBe('safe');
    else if (Number(rate) > Number(risk.rate)) expect(level).toBe('unknown');
  }
}
