import { buildAccount } from '../../../lib/testing/builders.ts';
import { holdings } from './holdings.ts';
import { buildState, type State } from './states.ts';

const LABELS = ['Main', 'BTC grid', 'ETH grid', 'SOL scalps', 'Hedge', 'Copy: Lina', 'Copy: Kenji', 'Alt basket'];
const MORE_LABELS = ['Memes', 'Client fund Berlin-Kreuzberg', 'Arb B', 'Funding farm', 'Long-term'];
/** Ratios and liquidation prices of the first accounts, at a mark price of 2. The others are calm. */
const URGENT = [
  ['0.92', '1.98', '-120'],
  ['0.74', '1.95', '310.40'],
  ['0.51', '1.87', '1204.00'],
] as const;

/** Accounts with three margin accounts each: three are at risk, one is unknown, the others are calm. */
export function manyAccounts(now: number, count: number): State {
  const numbers = Array.from({ length: count }, (_, index) => index);
  const labels = [...LABELS, ...MORE_LABELS];
  const accounts = numbers.map((index) =>
    buildAccount({ id: `a${index}`, label: labels[index] ?? `Desk ${index}`, kept: ['COIN-FUTURES'] }),
  );
  const reading = (index: number) => {
    const [calmRate, calmPrice] = [(0.37 - index / 100).toFixed(2), (1.85 - index / 100).toFixed(2)];
    const [rate, liquidation, free] = URGENT[index] ?? [index === 3 ? '—' : calmRate, calmPrice, '2310.40'];
    const position = { symbol: 'WIFUSDT', mark: '2', liquidation, pnl: '-12', margin: '63' };
    return holdings(
      now,
      { product: 'USDT-FUTURES', coin: 'USDT', figures: [rate, '10575.26', free, '-12'], positions: [position] },
      { product: 'USDC-FUTURES', coin: 'USDC', figures: ['0.01', '77.40', '60', '0.74'] },
      { product: 'COIN-FUTURES', coin: 'BTC', figures: index % 4 ? ['0.02', '0.2', '0.1', '0'] : ['0', '0', '0', '0'] },
    );
  };
  return buildState({}, accounts, Object.fromEntries(numbers.map((index) => [`a${index}`, reading(index)])));
}
