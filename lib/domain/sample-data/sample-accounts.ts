import type { Account } from '../account/account.ts';
import type { Product } from '../account/product-type.ts';
import { SECOND } from '../core/time.ts';
import type { I18n } from '../i18n/i18n.ts';
import type { MarginAccount } from '../margin/margin-account.ts';
import type { Position } from '../margin/position.ts';
import { type AccountReading, READY } from '../polling/reading.ts';
import type { Portfolio } from '../portfolio/card.ts';
import { MAIN, SUB_ACCOUNT, USDC, USDT } from './margins.ts';
import { MAIN_POSITIONS, SUB_ACCOUNT_POSITIONS, USDT_POSITIONS } from './positions.ts';

const SHOWN = ['USDT-FUTURES', 'USDC-FUTURES'] as const;
/** The interval between simulated readings. */
const ROUND = 10 * SECOND;

/**
 * Three fictional accounts, read a few seconds ago: a unified one with several coins, as most users have, a calm classic
 * one, and a sub-account. Users can explore them before they connect an account. They are never stored.
 */
export function buildSampleData(now: number, i18n: I18n): Pick<Portfolio, 'accounts' | 'readings'> {
  const at = now - (now % ROUND);
  return {
    accounts: [
      account('sample-unified', i18n.t('sample_unified')),
      account('sample-classic', i18n.t('sample_classic')),
      account('sample-sub', i18n.t('sample_sub')),
    ],
    readings: {
      clockOffset: 0,
      accounts: {
        'sample-unified': reading('unified', at, [['UNIFIED', MAIN, MAIN_POSITIONS]]),
        'sample-classic': reading('classic', at, [
          ['USDT-FUTURES', USDT, USDT_POSITIONS],
          ['USDC-FUTURES', USDC, []],
        ]),
        'sample-sub': reading('unified', at, [['UNIFIED', SUB_ACCOUNT, SUB_ACCOUNT_POSITIONS]]),
      },
    },
  };
}

function account(id: string, label: string): Account {
  const key = { uid: null, powers: [], addresses: [] };
  return { id, revision: 1, label, demo: false, products: SHOWN, hint: '', key };
}

type Part = readonly [product: Product, margin: MarginAccount, positions: readonly Position[]];

function reading(family: AccountReading['family'], at: number, parts: readonly Part[]): AccountReading {
  const fresh = <T>(figures: T) => ({ state: 'fresh', at, figures }) as const;
  return {
    revision: 1,
    family,
    margin: Object.fromEntries(parts.map(([product, margin]) => [product, fresh([margin])])),
    positions: Object.fromEntries(parts.map(([product, , positions]) => [product, fresh(positions)])),
    retry: READY,
  };
}
