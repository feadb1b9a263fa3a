import { PRODUCT_TYPES } from '../../domain/account/product-type.ts';
import { type Failure, REFUSALS, VAULT_PROBLEMS } from '../../domain/core/failure.ts';
import {
  type Fields,
  type Guard,
  isAbsent,
  isEither,
  isFlag,
  isListOf,
  isMember,
  isNull,
  isNumber,
  isOneOf,
  isRecordOf,
  isShape,
  isText,
} from '../../domain/core/guards.ts';
import {
  type Asset,
  type ClassicMargin,
  FIGURES,
  type MarginAccount,
  UNIFIED_FIGURES,
  type UnifiedAsset,
  type UnifiedMargin,
} from '../../domain/margin/margin-account.ts';
import type { Position } from '../../domain/margin/position.ts';
import { LEVELS } from '../../domain/margin/risk.ts';
import { type Amount, type Decimal, isDecimal, type UnreadableAmount } from '../../domain/money/amount.ts';
import type {
  AccountReading,
  KnownDanger,
  OmittedPositions,
  Reading,
  Readings,
  Retry,
  Throttle,
} from '../../domain/polling/reading.ts';

export const isFailure = isMember<Failure, 'kind'>('kind', {
  offline: {},
  unreachable: {},
  timeout: {},
  blocked: {},
  noHostPermission: {},
  storage: {},
  refused: { code: isText, cause: isOneOf(REFUSALS), detail: isEither(isText, isAbsent) },
  family: { code: isText, family: isOneOf(['classic', 'unified']) },
  throttled: { until: isNumber, hasRetryAfter: isFlag, isByAddress: isEither(isOneOf([true]), isAbsent) },
  trouble: { code: isText },
  blank: {},
  unlisted: { since: isNumber, isConfirmed: isFlag },
  retired: { code: isText },
  liquidating: { code: isText },
  maintenance: { code: isText },
  invalid: { code: isText },
  clock: { code: isText, offset: isNumber },
  unreadable: { where: isText },
  vault: { problem: isOneOf(VAULT_PROBLEMS) },
  locked: {},
});

const isKnown = (value: unknown): value is Decimal => isText(value) && isDecimal(value);
export const isAmount = isEither<Amount, Amount>(isKnown, isShape<UnreadableAmount>({ raw: isEither(isText, isNull) }));
const isAmounts = isRecordOf(isAmount);

const isAsset: Fields<Asset> = { coin: isText, balance: isAmount, available: isAmount };

const isClassic = isShape<ClassicMargin>({
  product: isOneOf(PRODUCT_TYPES),
  coin: isText,
  assetMode: isOneOf(['single', 'union', 'unknown']),
  figures: (value): value is ClassicMargin['figures'] => isAmounts(value) && FIGURES.every((name) => name in value),
  assets: isListOf(isShape<Asset>(isAsset)),
});

const isUnified = isShape<UnifiedMargin>({
  product: isOneOf(['UNIFIED']),
  coin: isOneOf(['USD']),
  figures: (value): value is UnifiedMargin['figures'] =>
    isAmounts(value) && UNIFIED_FIGURES.every((name) => name in value),
  assets: isListOf(
    isShape<UnifiedAsset>({ ...isAsset, equity: isAmount, usdValue: isAmount, debt: isAmount, locked: isAmount }),
  ),
});

const figures = isListOf(isEither(isClassic, isUnified));

const positions = isListOf(
  isShape<Position>({
    symbol: isText,
    coin: isText,
    side: isOneOf(['long', 'short', 'unknown']),
    mode: isOneOf(['isolated', 'crossed', 'unknown']),
    size: isAmount,
    leverage: isAmount,
    entry: isAmount,
    mark: isAmount,
    pnl: isAmount,
    margin: isAmount,
    liquidation: isAmount,
    breakEven: isAmount,
    maintenance: isAmount,
    ratio: isAmount,
  }),
);

// @__NO_SIDE_EFFECTS__
const isReading = <T>(areFigures: Guard<T>) =>
  isMember<Reading<T>, 'state'>('state', {
    empty: {},
    fresh: { at: isNumber, figures: areFigures },
    stale: { at: isNumber, figures: areFigures, failure: isFailure, failedAt: isNumber },
    failed: { failure: isFailure, failedAt: isNumber },
  });

export const areReadings = isShape<Readings>({
  clockOffset: isNumber,
  accounts: isRecordOf(
    isShape<AccountReading>({
      revision: isNumber,
      family: isOneOf(['classic', 'unified']),
      margin: isRecordOf(isReading<readonly MarginAccount[]>(figures)),
      positions: isRecordOf(isReading<readonly Position[]>(positions)),
      retry: isShape<Retry>({
        failures: isNumber,
        notBefore: isNumber,
        stopped: isFlag,
        throttles: isEither(isRecordOf(isShape<Throttle>({ until: isNumber, hasRetryAfter: isFlag })), isAbsent),
      }),
      omitted: isEither(isRecordOf(isShape<OmittedPositions>({ at: isNumber, coins: isRecordOf(isNumber) })), isAbsent),
      askedAt: isEither(isNumber, isAbsent),
      lastKnown: isEither(
        isShape<KnownDanger>({ level: isOneOf(LEVELS), distance: isEither(isKnown, isNull), at: isNumber }),
        isAbsent,
      ),
      lastFailure: isEither(isShape<{ failure: Failure; at: number }>({ failure: isFailure, at: isNumber }), isAbsent),
    }),
  ),
});
