import { expect, it } from 'vitest';
import { buildCards } from '../../domain/portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings/settings.ts';
import { buildAccount, buildAccountReading, buildMargin } from '../../testing/builders.ts';
import { sortByUrgency } from './account-order.ts';

it('reads the riskiest account first, then those that are new or have the oldest figures', () => {
  const rates = { calm: '0.1', warning: '0.75', danger: '0.95', older: '0.2' };
  const reading = (rate: string, at: number) =>
    buildAccountReading(
      {
        'USDT-FUTURES': { state: 'fresh', at, figures: [buildMargin({ accountEquity: '9', crossedRiskRate: rate })] },
      },
      { positions: { 'USDT-FUTURES': { state: 'fresh', at, figures: [] } } },
    );
  const accounts = ['calm', 'warning', 'older', 'new', 'danger'].map((id) =>
    buildAccount({ id, products: ['USDT-FUTURES'] }),
  );
  const entries = Object.entries(rates).map(([id, rate]) => [id, reading(rate, id === 'older' ? 5 : 10)] as const);
  const readings = { clockOffset: 0, accounts: Object.fromEntries(entries) };
  const cards = buildCards({ accounts, readings, settings: DEFAULT_SETTINGS }, 10);
  expect(sortByUrgency(accounts, cards, readings).map(({ id }) => id)).toEqual([
    'danger',
    'warning',
    'new',
    'older',
    'calm',
  ]);
});
