import { advanceMarket, type Market, openMarket, seeded } from '../market/index.ts';

const DAY = 1440;

/** Returns a day of the demo market, a round a minute; the same for the same seed. */
export function simulateDay(seed: number): readonly Market[] {
  const random = seeded(seed);
  const rounds: Market[] = [];
  let market = openMarket();
  for (let round = 0; round < DAY; round += 1) {
    market = advanceMarket(market, random);
    rounds.push(market);
  }
  return rounds;
}
