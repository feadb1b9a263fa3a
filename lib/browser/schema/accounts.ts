import { type Account, isAccountId } from '../../domain/account/account.ts';
import { type KeyFacts, POWERS } from '../../domain/account/key-info.ts';
import { isProductType, type ProductType } from '../../domain/account/product-type.ts';
import {
  type Guard,
  isEither,
  isFlag,
  isListOf,
  isNull,
  isNumber,
  isOneOf,
  isShape,
  isText,
} from '../../domain/core/guards.ts';
import type { Flight } from '../../domain/polling/poll-run.ts';

export const isProduct = (value: unknown): value is ProductType => isProductType(value);
export const areAccounts: Guard<readonly Account[]> = isListOf(
  isShape<Account>({
    id: isAccountId,
    revision: isNumber,
    label: isText,
    demo: isFlag,
    products: isListOf(isProduct),
    hint: isText,
    key: isShape<KeyFacts>({
      uid: isEither(isText, isNull),
      powers: isEither(isListOf(isOneOf(POWERS)), isNull),
      addresses: isEither(isListOf(isText), isNull),
    }),
  }),
);

export const isFlight = isShape<Flight>({
  startedAt: isNumber,
  endedAt: isEither(isNumber, isNull),
  interrupted: isNumber,
  unstored: isFlag,
});
