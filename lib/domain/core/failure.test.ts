import { expect, it } from 'vitest';
import { affectsAllProducts, type Failure, needsUser, REFUSALS, VAULT_PROBLEMS } from './failure.ts';

const timed = { until: 0, hasRetryAfter: false } as const;

it.each<[Failure, user: boolean, all: boolean]>([
  ...REFUSALS.map((cause): [Failure, boolean, boolean] => [{ kind: 'refused', code: '1', cause }, true, true]),
  ...VAULT_PROBLEMS.map((problem): [Failure, boolean, boolean] => [
    { kind: 'vault', problem },
    // No vault at all is the browser's own trouble, which may pass.
    problem !== 'closed',
    true,
  ]),
  [{ kind: 'locked' }, true, true],
  [{ kind: 'noHostPermission' }, true, true],
  [{ kind: 'storage' }, true, true],
  [{ kind: 'offline' }, false, true],
  [{ kind: 'family', code: '1', family: 'unified' }, false, true],
  [{ kind: 'family', code: '40085', family: 'unified' }, false, true],
  // One product type that does not support copy trading says nothing about the others.
  [{ kind: 'family', code: '40731', family: 'unified' }, false, false],
  [{ kind: 'liquidating', code: '25008' }, false, true],
  [{ kind: 'blank' }, false, false],
  [{ kind: 'throttled', ...timed }, false, false],
  [{ kind: 'clock', code: '1', offset: 0 }, false, true],
  [{ kind: 'blocked' }, false, true],
  [{ kind: 'unreachable' }, false, false],
  [{ kind: 'timeout' }, false, false],
  [{ kind: 'trouble', code: '1' }, false, false],
  [{ kind: 'maintenance', code: '1' }, false, false],
  [{ kind: 'invalid', code: '1' }, false, false],
  [{ kind: 'unreadable', where: 'data' }, false, false],
])('%j needs the user: %s; affects all products: %s', (failure, user, all) => {
  expect([needsUser(failure), affectsAllProducts(failure)]).toEqual([user, all]);
});
