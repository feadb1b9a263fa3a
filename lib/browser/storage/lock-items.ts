import { isAccountId } from '../../domain/account/account.ts';
import { isEither, isNull, isNumber, isOneOf, isShape } from '../../domain/core/guards.ts';
import { type Lock, MODES, NEVER_LOCKED } from '../../domain/vault/lock.ts';
import { REKEY_PROBLEMS, type RekeyEnd } from '../../domain/vault/rekey.ts';
import { local, session } from './define-item.ts';

const isTime = isEither(isNumber, isNull);
const isLock = isShape<Lock>({
  mode: isOneOf(MODES),
  lockedAt: isTime,
  locksAt: isTime,
  lockAfter: isNumber,
  wrong: isNumber,
  notBefore: isNumber,
  last: isOneOf(['none', 'trying', 'wrong', 'lost', 'downgrade', 'closed']),
  triedAt: isNumber,
});

/** Written by the background: how keys are kept, and whether they can be used. Not among `items`: no page paints by it. */
export const lock = local<Lock>('lock', isLock, NEVER_LOCKED);

const isEnd = isShape<RekeyEnd>({
  request: isAccountId,
  problem: isEither(isOneOf(REKEY_PROBLEMS), isNull),
  account: isEither(isAccountId, isNull),
});

/** Written by the background: how the last change of the mode ended. */
export const rekeyed = session<RekeyEnd | null>('rekeyed', isEither(isEnd, isNull), null);
