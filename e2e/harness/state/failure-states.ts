import { type Failure, REFUSALS, VAULT_PROBLEMS } from '../../../lib/domain/core/failure.ts';
import type { AccountReading } from '../../../lib/domain/polling/reading.ts';
import { buildState, main, oneAccount, type State } from './states.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const TOGETHER = 4;

/** Every kind of failure, four in a state, each in an account of its own: by turns after figures, which stay, and without any. */
export function failures(now: number): Record<string, State> {
  const all = kinds(now);
  const groups = Array.from({ length: Math.ceil(all.length / TOGETHER) }, (_, index) =>
    all.slice(index * TOGETHER, (index + 1) * TOGETHER),
  );
  const together = groups.map((group) => [`failed: ${group.map(stateName).join(', ')}`, failing(group, now)] as const);
  return Object.fromEntries([...together, ['offline everywhere', offlineEverywhere(now)] as const]);
}

/** One cause for four accounts, which is one box. */
function offlineEverywhere(now: number): State {
  const labels = ['Main', 'Grid bots', 'Hedge', 'Copy: Lina'];
  const accounts = labels.map((label, index) => main({ id: `a${index}`, label }));
  const known = accounts.map(({ id }) => [id, after({ kind: 'offline' }, true, now)] as const);
  return buildState({}, accounts, Object.fromEntries(known));
}

/** Examples of every kind, in the order of the states: a new kind does not compile without one. */
function kinds(now: number): readonly Failure[] {
  const examples: { readonly [K in Failure['kind']]: readonly Extract<Failure, { kind: K }>[] } = {
    offline: [{ kind: 'offline' }],
    unreachable: [{ kind: 'unreachable' }],
    timeout: [{ kind: 'timeout' }],
    throttled: [{ kind: 'throttled', until: now + 5 * MINUTE, hasRetryAfter: true }],
    trouble: [{ kind: 'trouble', code: 'HTTP 502' }],
    maintenance: [{ kind: 'maintenance', code: '40200' }],
    clock: [{ kind: 'clock', code: '40008', offset: 600 * SECOND }],
    blocked: [{ kind: 'blocked' }],
    invalid: [{ kind: 'invalid', code: '40404' }],
    unreadable: [{ kind: 'unreadable', where: 'accounts' }],
    locked: [{ kind: 'locked' }],
    noHostPermission: [{ kind: 'noHostPermission' }],
    storage: [{ kind: 'storage' }],
    family: [{ kind: 'family', code: '40084', family: 'unified' }],
    vault: VAULT_PROBLEMS.map((problem) => ({ kind: 'vault', problem }) as const),
    refused: REFUSALS.map((cause) => ({ kind: 'refused', code: '40000', cause }) as const),
    blank: [{ kind: 'blank' }],
    liquidating: [{ kind: 'liquidating', code: '25008' }],
    unlisted: [{ kind: 'unlisted', since: now - MINUTE, isConfirmed: true }],
    retired: [{ kind: 'retired', code: '40309' }],
  };
  return Object.values(examples).flat();
}

function stateName(failure: Failure): string {
  switch (failure.kind) {
    case 'vault':
      return `vault ${failure.problem}`;
    case 'refused':
      return `refused ${failure.cause}`;
    default:
      return failure.kind;
  }
}

function failing(group: readonly Failure[], now: number): State {
  const accounts = group.map((_, index) => main({ id: `a${index}`, label: `Account ${index}` }));
  const readings = group.map((failure, index) => [`a${index}`, after(failure, index % 2 === 0, now)] as const);
  return buildState({}, accounts, Object.fromEntries(readings));
}

function after(failure: Failure, hasFigures: boolean, now: number): AccountReading {
  const known = oneAccount([['USDT-FUTURES', '0.042', '10575.26']], now - 90 * SECOND);
  const before = known.margin['USDT-FUTURES'];
  const figures = before?.state === 'fresh' && hasFigures ? { at: before.at, figures: before.figures } : null;
  const end = { failure, failedAt: now };
  const reading = figures ? ({ state: 'stale', ...figures, ...end } as const) : ({ state: 'failed', ...end } as const);
  const retry = { failures: 2, notBefore: now + 2 * MINUTE, stopped: false };
  return { ...known, margin: { 'USDT-FUTURES': reading }, retry };
}
