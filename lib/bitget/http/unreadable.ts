import { failed } from '../../domain/core/result.ts';

/** A response of an unexpected shape; `where` names the place. */
export function unreadableFailure(where: string) {
  return failed({ kind: 'unreadable', where } as const);
}
