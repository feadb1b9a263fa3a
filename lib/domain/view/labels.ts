import type { Product } from '../account/product-type.ts';
import type { I18n, MessageKey } from '../i18n/i18n.ts';
import type { FigureName } from '../margin/margin-account.ts';
import type { Level } from '../margin/risk.ts';
import type { Card } from '../portfolio/card.ts';

const PRODUCT_LABELS: Record<Product, MessageKey> = {
  'USDT-FUTURES': 'product_usdt',
  'COIN-FUTURES': 'product_coin',
  'USDC-FUTURES': 'product_usdc',
  'SUSDT-FUTURES': 'product_usdt_simulated',
  'SCOIN-FUTURES': 'product_coin_simulated',
  'SUSDC-FUTURES': 'product_usdc_simulated',
  UNIFIED: 'product_unified',
};

export function productLabel(product: Product, i18n: I18n): string {
  return i18n.t(PRODUCT_LABELS[product]);
}

export function levelLabel(level: Level, i18n: I18n): string {
  return i18n.t(`level_${level}`);
}

export function figureLabel(name: FigureName, i18n: I18n): string {
  return i18n.t(`figure_${name}`);
}

/** The accessible name of a card: `USDT USDT-M, Main`. */
export function cardName({ account, margin }: Card, i18n: I18n): string {
  return i18n.t('card_name', margin.coin, productLabel(margin.product, i18n), account.label);
}
