import { expect, it } from 'vitest';
import { buildAccount, buildMargin } from '../../testing/builders.ts';
import { english } from '../../testing/english-i18n.ts';
import { buildPortfolio, NOW } from '../../testing/portfolio.ts';
import { isRetired, PRODUCT_TYPES, USUAL_PRODUCT_TYPES } from '../account/product-type.ts';
import { LEVELS } from '../margin/risk.ts';
import { buildCards } from '../portfolio/card.ts';
import { cardName, figureLabel, levelLabel, productLabel } from './labels.ts';

it('names each product as Bitget does', () => {
  expect(PRODUCT_TYPES.map((type) => productLabel(type, english))).toEqual([
    'USDT-M',
    'Coin-M',
    'USDC-M',
    'USDT-M (simulated)',
    'Coin-M (simulated)',
    'USDC-M (simulated)',
  ]);
  expect(productLabel('UNIFIED', english)).toBe('Unified');
});

it('spells the product types as Bitget’s parameter does, those that are no longer offered asked for by choice alone', () => {
  expect(USUAL_PRODUCT_TYPES).toEqual(['USDT-FUTURES', 'USDC-FUTURES']);
  expect(PRODUCT_TYPES.filter(isRetired)).toEqual(['COIN-FUTURES', 'SUSDT-FUTURES', 'SCOIN-FUTURES', 'SUSDC-FUTURES']);
  expect(isRetired('UNIFIED')).toBe(false);
  expect(PRODUCT_TYPES.slice(3)).toEqual(['SUSDT-FUTURES', 'SCOIN-FUTURES', 'SUSDC-FUTURES']);
});

it('has a word for each level, and a name for a figure', () => {
  expect(LEVELS.map((level) => levelLabel(level, english))).toEqual([
    'Safe',
    'Unknown',
    'Caution',
    'Warning',
    'Danger',
  ]);
  expect(figureLabel('accountEquity', english)).toBe('Equity');
});

it('names a card for assistive technology', () => {
  const accounts = [buildAccount({ label: 'Grid bot', products: ['COIN-FUTURES'] })];
  const rows = [buildMargin({}, { product: 'COIN-FUTURES', coin: 'BTC' })];
  const names = buildCards(buildPortfolio({ 'COIN-FUTURES': rows }, NOW, { accounts }), NOW).map((card) =>
    cardName(card, english),
  );
  expect(names).toEqual(['BTC Coin-M, Grid bot']);
});
