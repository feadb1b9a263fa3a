import { isRecord } from '../../domain/core/guards.ts';
import { mapValues } from '../../domain/core/objects.ts';

/** Renames what version 0.1.0 stored of failures under other names: a missing host permission and a throttle. */
export function renameOldFailures(readings: unknown): unknown {
  if (Array.isArray(readings)) return readings.map(renameOldFailures);
  if (!isRecord(readings)) return readings;
  if (readings.kind === 'ungranted') return { ...readings, kind: 'noHostPermission' };
  if (typeof readings.told === 'boolean') {
    const { told, ...failure } = readings;
    return { ...failure, hasRetryAfter: told };
  }
  return mapValues(readings, renameOldFailures);
}
