import { isAccountId } from '../../domain/account/account.ts';
import { isEither, isNull, isOneOf, isShape } from '../../domain/core/guards.ts';
import { REKEY_PROBLEMS, type RekeyResult } from '../../domain/vault/rekey.ts';
import { defineSessionItem } from './define-item.ts';

const isRekeyResult = isShape<RekeyResult>({
  request: isAccountId,
  problem: isEither(isOneOf(REKEY_PROBLEMS), isNull),
  account: isEither(isAccountId, isNull),
});

/** The outcome of the last change of the vault's mode. Written by the background. */
export const rekeyResult = defineSessionItem<RekeyResult | null>('rekeyed', isEither(isRekeyResult, isNull), null);
