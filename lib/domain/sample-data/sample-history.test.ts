import { expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import { NOW } from '../../testing/portfolio.ts';
import { DAY, HOUR } from '../core/time.ts';
import { isGap, maxGap } from '../history/range.ts';
import { buildCards, type Card } from '../portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { buildSampleData } from './sample-accounts.ts';
import { buildSampleHistory } from './sample-history.ts';

function sampleCard(): Card {
  const [card] = buildCards({ ...buildSampleData(NOW, english), settings: DEFAULT_SETTINGS }, NOW);
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
