import { expect, it } from 'vitest';
import { affectsAllProducts, type Failure, needsUser, REFUSALS, VAULT_PROBLEMS } from './failure.ts';

type Kind = Failure['kind'];
type Case<K extends Kind> = readonly [failure: Extract<Failure, { kind: K }>, user: boolean, all: boolean];

/** The cases of every kind: a new kind does not compile without them. */
const CASES: { readonly [K in Kind]: readonly Case<K>[] } = {
  refused: REFUSALS.map((cause) => [{ kind: 'refused', code: '1', cause }, true, true] as const),
  // No vault at all is the browser's own trouble, which may pass.
  vault: VAULT_PROBLEMS.map((problem) => [{ kind: 'vault', problem }, problem !== 'closed', true] as const),
  locked: [[{ kind: 'locked' }, true, true]],
  noHostPermission: [[{ kind: 'noHostPermission' }, true, true]],
  storage: [[{ kind: 'storage' }, true, true]],
  offline: [[{ kind: 'offline' }, false, true]],
  family: [
    [{ kind: 'family', code: '1', family: 'unified' }, false, true],
    [{ kind: 'family', code: '40085', family: 'unified' }, false, true],
    // One product type that does not support copy trading says nothing about the others.
    [{ kind: 'family', code: '40731', family: 'unified' }, false, false],
  ],
  liquidating: [[{ kind: 'liquidating', code: '25008' }, false, true]],
  clock: [[{ kind: 'clock', code: '1', offset: 0 }, false, true]],
  blocked: [[{ kind: 'blocked' }, false, true]],
  blank: [[{ kind: 'blank' }, false, false]],
  unlisted: [[{ kind: 'unlisted', since: 0, isConfirmed: true }, false, false]],
  retired: [[{ kind: 'retired', code: '40309' }, false, false]],
  throttled: [[{ kind: 'throttled', until: 0, hasRetryAfter: false }, false, false]],
  unreachable: [[{ kind: 'unreachable' }, false, false]],
  timeout: [[{ kind: 'timeout' }, false, false]],
  trouble: [[{ kind: 'trouble', code: '1' }, false, false]],
  maintenance: [[{ kind: 'maintenance', code: '1' }, false, false]],
  invalid: [[{ kind: 'invalid', code: '1' }, false, false]],
  unreadable: [[{ kind: 'unreadable', where: 'data' }, false, false]],
};

it.each<Case<Kind>>(Object.values(CASES).flat())(
  '%j needs the user: %s; affects all products: %s',
  (failure, user, all) => {
    expect([needsUser(failure), affectsAllProducts(failure)]).toEqual([user, all]);
  },
);
