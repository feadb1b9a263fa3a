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

/** What an account is known to be after an answer of that kind; null when nothing of it could be read. */
export function readAs(kind: Kind, answer: Result<unknown>): AccountReading | null {
  if (!answer.ok) return null;
  switch (kind) {
    case 'margins':
      return readingOf(parseMarginAccounts(answer.value, 'USDT-FUTURES'), (rows) =>
        buildAccountReading({ 'USDT-FUTURES': fresh(rows) }),
      );
    case 'assets':
      return readingOf(parseUnifiedAssets(answer.value), (pool) =>
        buildAccountReading({ UNIFIED: fresh(pool) }, { family: 'unified' }),
      );
    case 'positions':
      return readingOf(parseClassicPositions(answer.value), (positions) => {
        const own = [buildMargin({ accountEquity: '5', isolatedMargin: '1' }, { coin: 'C0' })];
        return buildAccountReading({ 'USDT-FUTURES': fresh(own) }, { positions: { 'USDT-FUTURES': fresh(positions) } });
      });
    case 'unified positions':
      return readingOf(parseUnifiedPositions(answer.value), (positions) =>
        buildAccountReading(
          { UNIFIED: fresh([buildUnified({ accountEquity: '5', mmr: '1' })] as const) },
          { family: 'unified', positions: { UNIFIED: fresh(positions) } },
        ),
      );
  }
}

/** One account about which that is known. */
export function watchedOf(main: AccountReading | null): Portfolio {
  return {
    accounts: [buildAccount({ products: ['USDT-FUTURES'] })],
    readings: { clockOffset: 0, accounts: main ? { main } : {} },
    settings: DEFAULT_SETTINGS,
  };
}

function fresh<T>(figures: T) {
  return { state: 'fresh', at: NOW, figures } as const;
}

function readingOf<T>(parsed: Result<T>, make: (value: T) => AccountReading): AccountReading | null {
  return parsed.ok ? make(parsed.value) : null;
}
