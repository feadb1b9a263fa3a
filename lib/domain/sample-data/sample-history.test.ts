import Big from 'big.js';
import { expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import { NOW } from '../../testing/portfolio.ts';
import { DAY, HOUR } from '../core/time.ts';
import { isGap, maxGap } from '../history/range.ts';
import { buildCards, type Card } from '../portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { MAIN } from './margins.ts';
import { buildSampleData } from './sample-accounts.ts';
import { buildSampleHistory } from './sample-history.ts';

function sampleCard(coin = 'USD'): Card {
  const cards = buildCards({ ...buildSampleData(NOW, english), settings: DEFAULT_SETTINGS }, NOW);
  const card = cards.find(({ margin }) => margin.coin === coin);
  if (!card) throw new Error('no sample card');
  return card;
}

it("ends with the sample card's figures, and has one gap in a day", () => {
  const card = sampleCard();
  const past = buildSampleHistory(card, 'every', NOW - DAY, NOW);
  expect(past.at(-1)?.slice(0, 1)).toEqual([NOW]);
  expect(past.at(-1)?.[3]).toBe(card.risk.rate);
  const gaps = past.filter((sample, index) => {
    const before = past[index - 1];
    return before && isGap(before, sample, maxGap('every', 60));
  });
  expect(gaps.map(([at]) => NOW - at)).toEqual([9 * HOUR]);
  const times = past.map(([at]) => NOW - at);
  expect(times[times.indexOf(9 * HOUR) - 1]).toBe(11 * HOUR);
});

it('varies each figure differently', () => {
  const past = buildSampleHistory(sampleCard(), 'hour', NOW - 90 * DAY, NOW);
  for (const place of [1, 2, 3, 4, 5, 6] as const)
    expect(new Set(past.map((sample) => sample[place])).size).toBeGreaterThan(100);
  const [oldest] = past;
  expect(new Set(oldest?.slice(1)).size).toBe(6);
});

it('has a sample for each hour of 90 days, with risks and distances between zero and liquidation', () => {
  const past = buildSampleHistory(sampleCard(), 'hour', NOW - 90 * DAY, NOW);
  expect(past).toHaveLength(90 * 24 + 1);
  expect(past.every(([, , , risk]) => Number(risk) >= 0 && Number(risk) < 1)).toBe(true);
  expect(past.every(([, , , , , distance]) => Number(distance) > 0)).toBe(true);
  expect(past.toSorted(([a], [b]) => a - b)).toEqual(past);
});

it('moves smoothly, several times a day, and has recovered from a higher risk', () => {
  const past = buildSampleHistory(sampleCard(), 'hour', NOW - 90 * DAY, NOW);
  const risks = past.map(([, , , risk]) => Number(risk));
  const steps = risks.slice(1).map((risk, index) => risk - (risks[index] ?? Number.NaN));
  expect(Math.max(...steps.map(Math.abs))).toBeLessThan(0.01);
  const turns = steps.slice(1).filter((step, index) => step > 0 !== (steps[index] ?? 0) > 0);
  expect(turns.length).toBeGreaterThan(2 * 90);
  expect(steps.at(-1)).toBeLessThan(0);
});

it('values the equity at one rate all the time', () => {
  const past = buildSampleHistory(sampleCard(), 'hour', NOW - 90 * DAY, NOW);
  const { usdtEquity, accountEquity } = MAIN.figures;
  const rate = Big(String(usdtEquity)).div(String(accountEquity));
  for (const [, equity, , , , , usdt] of past)
    expect(Big(String(usdt)).div(String(equity)).minus(rate).abs().lt('1e-9')).toBe(true);
});

it('has no value in USDT where the coin is USDT, and no distance without positions', () => {
  const calm = buildSampleHistory(sampleCard('USDT'), 'hour', NOW - DAY, NOW);
  expect(calm.map((sample) => sample.length)).toEqual(Array(25).fill(6));
  const empty = buildSampleHistory(sampleCard('USDC'), 'hour', NOW - DAY, NOW);
  expect(empty.map(([, , , , , distance]) => distance)).toEqual(Array(25).fill(null));
});
