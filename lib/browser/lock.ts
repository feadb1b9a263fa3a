import { isAccountId } from '../domain/account.ts';
import { isEither, isNull, isNumber, isOneOf, isShape } from '../domain/guard.ts';
import { type Lock, MODES, NEVER_LOCKED } from '../domain/lock.ts';
import { REKEY_PROBLEMS, type RekeyEnd } from '../domain/rekey.ts';

import type { Item } from './store.ts';

const isTime = isEither(isNumber, isNull);

/** Written by the background: how keys are kept, and whether they can be used. Not among `items`: no page paints by it. */
export const lock: Item<Lock> = {
  area: 'local',
  key: 'lock',
  version: 1,
  isValue: isShape<Lock>({
    mode: isOneOf(MODES),
    lockedAt: isTime,
    locksAt: isTime,
    lockAfter: isNumber,
    wrong: isNumber,
    notBefore: isNumber,
    last: isOneOf(['none', 'trying', 'wrong', 'lost', 'downgrade', 'closed']),
    triedAt: isNumber,
  }),
  fallback: NEVER_LOCKED,
};

/** Written by the background: how the last change of the mode ended. */
export const rekeyed: Item<RekeyEnd | null> = {
  area: 'session',
  key: 'rekeyed',
  version: 1,
  isValue: isEither(
    isNull,
    isShape<RekeyEnd>({
      request: isAccountId,
      problem: isEither(isOneOf(REKEY_PROBLEMS), isNull),
      account: isEither(isAccountId, isNull),
    }),
  ),
  fallback: null,
};
