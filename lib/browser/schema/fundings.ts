import {
  isEither,
  isListOf,
  isMember,
  isNull,
  isNumber,
  isOneOf,
  isRecordOf,
  isShape,
  isText,
} from '../../domain/core/guards.ts';
import type { FundingAsset, FundingOutcome, FundingReading } from '../../domain/polling/funding.ts';
import { isAmount, isFailure } from './readings.ts';

const isOutcome = isMember<FundingOutcome, 'state'>('state', {
  known: { at: isNumber, assets: isListOf(isShape<FundingAsset>({ coin: isText, available: isAmount })) },
  failed: { failure: isFailure },
});

export const areFundings = isRecordOf(
  isShape<FundingReading>({
    revision: isNumber,
    family: isOneOf(['classic', 'unified']),
    askedAt: isNumber,
    outcome: isEither(isOutcome, isNull),
  }),
);
