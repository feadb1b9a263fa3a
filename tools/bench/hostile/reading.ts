import { parseMarginAccounts } from '../../../lib/bitget/parse/margin-accounts.ts';
import { parseClassicPositions, parseUnifiedPositions } from '../../../lib/bitget/parse/positions.ts';
import { parseUnifiedAssets } from '../../../lib/bitget/parse/unified-assets.ts';
import type { Result } from '../../../lib/domain/core/result.ts';
import type { AccountReading } from '../../../lib/domain/polling/reading.ts';
import type { Portfolio } from '../../../lib/domain/portfolio/card.ts';
import { DEFAULT_SETTINGS } from '../../../lib/domain/settings/settings.ts';
import { buildAccount, buildAccountReading, buildMargin, buildUnified } from '../../../lib/testing/builders.ts';
import type { Kind } from './bodies.ts';

export const NOW = 1_700_000_000_000;
export const ACCOUNT = buildAccount({ products: ['USDT-FUTURES'] });

/** Returns the reading of an account after a response of this kind; null if it is unreadable. */
export function readAs(kind: Kind, response: Result<unknown>): AccountReading | null {
  if (!response.ok) return null;
  switch (kind) {
    case 'margins':
      return toReading(parseMarginAccounts(response.value, 'USDT-FUTURES'), (rows) =>
        buildAccountReading({ 'USDT-FUTURES': fresh(rows) }),
      );
    case 'assets':
      return toReading(parseUnifiedAssets(response.value), (pool) =>
        buildAccountReading({ UNIFIED: fresh(pool) }, { family: 'unified' }),
      );
    case 'positions':
      return toReading(parseClassicPositions(response.value), (positions) => {
        const margins = [buildMargin({ accountEquity: '5', isolatedMargin: '1' }, { coin: 'C0' })];
        return buildAccountReading(
          { 'USDT-FUTURES': fresh(margins) },
          { positions: { 'USDT-FUTURES': fresh(positions) } },
        );
      });
    case 'unified positions':
      return toReading(parseUnifiedPositions(response.value), (positions) =>
        buildAccountReading(
          { UNIFIED: fresh([buildUnified({ accountEquity: '5', mmr: '1' })] as const) },
          { family: 'unified', positions: { UNIFIED: fresh(positions) } },
        ),
      );
  }
}

/** Returns a portfolio of one account with this reading. */
export function buildPortfolio(main: AccountReading | null): Portfolio {
  return {
    accounts: [ACCOUNT],
    readings: { clockOffset: 0, accounts: main ? { main } : {} },
    settings: DEFAULT_SETTINGS,
  };
}

function fresh<T>(figures: T) {
  return { state: 'fresh', at: NOW, figures } as const;
}

function toReading<T>(parsed: Result<T>, make: (value: T) => AccountReading): AccountReading | null {
  return parsed.ok ? make(parsed.value) : null;
}
