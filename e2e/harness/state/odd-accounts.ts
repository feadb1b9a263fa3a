import type { Account } from '../../../lib/domain/account/account.ts';
import { buildAccount } from '../../../lib/testing/builders.ts';
import { holdings } from './holdings.ts';
import { buildState, type State } from './states.ts';

/** Rows with what an exchange may send: endless names, negative equity, unknown beside known, and 500 positions. */
export function oddAccounts(now: number): State {
  const labels = {
    rtl: 'حساب التداول الرئيسي 1',
    endless: 'W'.repeat(40),
    negative: 'Under water',
    unknown: 'Unknown',
  };
  const products: Record<string, Account['products']> = {
    endless: ['USDT-FUTURES', 'COIN-FUTURES'],
    negative: ['USDC-FUTURES'],
  };
  const accounts = Object.entries(labels).map(([id, label]) =>
    buildAccount({ id, label, products: products[id] ?? ['USDT-FUTURES'] }),
  );
  const positions = Array.from({ length: 500 }, (_, index) => ({
    symbol: `${'X'.repeat(index % 40)}${index}USDT`,
    mark: '100',
    liquidation: index === 7 ? null : String(90 - (index % 60)),
  }));
  const endless = 'ع'.repeat(500) + 'W'.repeat(500);
  return buildState({}, accounts, {
    rtl: holdings(now, {
      product: 'USDT-FUTURES',
      coin: 'USDT',
      figures: ['0.2', '123456789012.12', '99999999999.99', '-123456789.99'],
      positions,
    }),
    endless: holdings(
      now,
      { product: 'COIN-FUTURES', coin: endless, figures: ['0.1', '1', '—', '1'] },
      { product: 'USDT-FUTURES', coin: 'USDT', figures: ['0.1', '9', '7', '1'] },
    ),
    negative: holdings(now, { product: 'USDC-FUTURES', coin: 'USDC', figures: ['0.1', '-5.5', '-7.25', '-9'] }),
    unknown: holdings(now, { product: 'USDT-FUTURES', coin: 'USDT', figures: ['—', '—', '—', '—'] }),
  });
}
