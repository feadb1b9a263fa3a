import type { Product } from '../account/product-type.ts';
import type { MessageKey, Words } from '../i18n/i18n.ts';
import type { FigureName } from '../margin/margin-account.ts';
import type { Level } from '../margin/risk.ts';
import type { Card } from '../portfolio/card.ts';

const PRODUCTS: Record<Product, MessageKey> = {
  'USDT-FUTURES': 'product_usdt',
  'COIN-FUTURES': 'product_coin',
  'USDC-FUTURES': 'product_usdc',
  'SUSDT-FUTURES': 'product_usdt_simulated',
  'SCOIN-FUTURES': 'product_coin_simulated',
  'SUSDC-FUTURES': 'product_usdc_simulated',
  UNIFIED: 'product_unified',
};

export function productLabel(product: Product, words: Words): string {
  return words.text(PRODUCTS[product]);
}

export function levelLabel(level: Level, words: Words): string {
  return words.text(`level_${level}`);
}

export function figureLabel(name: FigureName, words: Words): string {
  return words.text(`figure_${name}`);
}

/** The name by which a card is known to assistive technology: `USDT USDT-M, Main`. */
export function cardName({ account, margin }: Card, words: Words): string {
  return words.text('card_name', margin.coin, productLabel(margin.product, words), account.label);
}
