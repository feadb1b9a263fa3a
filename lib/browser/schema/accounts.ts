import { type Account, isAccountId } from '../../domain/account/account.ts';
import { type KeyInfo, WRITE_PERMISSIONS } from '../../domain/account/key-info.ts';
import { isProductType, type ProductType } from '../../domain/account/product-type.ts';
import {
  type Guard,
  isAbsent,
  isEither,
  isFlag,
  isListOf,
  isNull,
  isNumber,
  isOneOf,
  isShape,
  isText,
} from '../../domain/core/guards.ts';
import type { PollRun } from '../../domain/polling/poll-run.ts';

export const isProduct = (value: unknown): value is ProductType => isProductType(value);
export const areAccounts: Guard<readonly Account[]> = isListOf(
  isShape<Account>({
    id: isAccountId,
    revision: isNumber,
    label: isText,
    demo: isFlag,
    products: isListOf(isProduct),
    kept: isEither(isListOf(isProduct), isAbsent),
    hint: isText,
    key: isShape<KeyInfo>({
      uid: isEither(isText, isNull),
      powers: isEither(isListOf(isOneOf(WRITE_PERMISSIONS)), isNull),
      addresses: isEither(isListOf(isText), isNull),
    }),
  }),
);

export const isPollRun = isShape<PollRun>({
  startedAt: isNumber,
  endedAt: isEither(isNumber, isNull),
  interrupted: isNumber,
  writeFailed: isFlag,
  wasOffline: isEither(isFlag, isAbsent),
});
