import { expect, it } from 'vitest';
import { account, margin } from '../testing/samples.ts';
import { NOW, watched } from '../testing/watched.ts';
import { standingOf } from './standing.ts';

const of = (state: ReturnType<typeof watched>) => standingOf(state.accounts[0] ?? account(), state, NOW);

it('is as old as the oldest figures, and shows the riskiest that holds something', () => {
  const risky = margin({ available: '1', crossedRiskRate: '0.8' });
  const standing = of(watched({ 'USDT-FUTURES': [margin({}), risky], 'COIN-FUTURES': [] }, NOW - 5));
  expect(standing).toMatchObject({ at: NOW - 5, trouble: null, card: { margin: risky } });
});

it('has no age while a product type has no figures', () => {
  const standing = of(watched({ 'USDT-FUTURES': [margin({})], 'COIN-FUTURES': { kind: 'offline' } }));
  expect(standing).toMatchObject({ at: null, trouble: { failure: { kind: 'offline' } } });
});
