import type { Account } from '../domain/account.ts';
import type { Flight } from '../domain/flight.ts';
import { type Guard, isEither, isFlag, isListOf, isNull, isNumber, isOneOf, isShape, isText } from '../domain/guard.ts';
import { type KeyFacts, POWERS } from '../domain/key.ts';
import { isProductType, type ProductType } from '../domain/product.ts';

const LONGEST_ID = 64;

export const isId = (value: unknown): value is string =>
  isText(value) && value.length > 0 && value.length <= LONGEST_ID;
export const isProduct = (value: unknown): value is ProductType => isProductType(value);
export const areAccounts: Guard<readonly Account[]> = isListOf(
  isShape<Account>({
    id: isId,
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
