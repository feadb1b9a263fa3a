import { failed } from '../../domain/core/result.ts';

/** An answer that is not what was asked for; `where` names the place. */
export function unreadableFailure(where: string) {
  return failed({ kind: 'unreadable', where } as const);
}
