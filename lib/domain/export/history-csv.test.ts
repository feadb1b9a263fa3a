import { expect, it } from 'vitest';
import { buildAccount, buildMargin } from '../../testing/builders.ts';
import type { Sample } from '../history/sample.ts';
import type { Decimal } from '../money/amount.ts';
import { csvFileName, formatHistoryCsv } from './history-csv.ts';

const AT = Date.UTC(2026, 10, 24, 23, 59, 1, 5);
const sample: Sample = [
  AT,
  '10582.902657719473' as Decimal,
  null,
  '0.724' as Decimal,
  '-0.50' as Decimal,
  '0.0283' as Decimal,
];

it('follows RFC 4180, keeps every digit, and leaves unknown figures empty', () => {
  const card = { account: buildAccount({ label: 'Grid "A", fast' }), margin: buildMargin() };
  expect(formatHistoryCsv(card, [sample])).toBe(
    '"time","account","product","coin","equity","available","risk_rate","unrealised_pnl","liquidation_distance"\r\n' +
      '"2026-11-24T23:59:01.005Z","Grid ""A"", fast","USDT-FUTURES","USDT",10582.902657719473,,0.724,-0.50,0.0283\r\n',
  );
});

it('leaves the distance of older samples empty', () => {
  const card = { account: buildAccount(), margin: buildMargin() };
  const old: Sample = [AT, null, null, '0.724' as Decimal, null];
  expect(formatHistoryCsv(card, [old])).toMatch(/,,,0\.724,,\r\n$/);
});

it('contains no formula', () => {
  const card = { account: buildAccount({ label: '=1+1' }), margin: buildMargin({}, { coin: '@SUM(A1)' }) };
  expect(formatHistoryCsv(card, [sample])).toContain(`,"'=1+1","USDT-FUTURES","'@SUM(A1)",`);
});

it('has a safe file name, whatever the coin', () => {
  expect(csvFileName({ margin: buildMargin({}, { coin: '../USDT' }) }, AT)).toBe('margin-glance-USDT-2026-11-24.csv');
  expect(csvFileName({ margin: buildMargin({}, { coin: '…' }) }, AT)).toBe('margin-glance-coin-2026-11-24.csv');
});
