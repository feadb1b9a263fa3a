import { IDBFactory } from 'fake-indexeddb';
import type { Clock } from '../../domain/core/clock.ts';
import { copyDatabases } from './databases.ts';

/** Everything that survives a process of the background: storage, alarms, toolbar, exchange and time. */
export type Environment = {
  readonly areas: Readonly<Record<'local' | 'session', Map<string, unknown>>>;
  readonly alarms: Map<string, Alarm>;
  readonly toolbar: Record<string, unknown>;
  /** The visible notifications by id. */
  readonly notifications: Map<string, unknown>;
  /** The ids of all notifications ever shown, in order. */
  readonly notified: string[];
  /** All notifications ever shown, with their options and the time of the clock. */
  readonly shown: ShownNotification[];
  readonly databases: IDBFactory;
  /** The requests to Bitget: `key path?query`. */
  readonly asked: string[];
  answer: Answer;
  time: number;
  /** Extension API calls, by path, that the browser rejects. */
  readonly refused: Set<string>;
  /** A clock and a network instead of the simple ones. */
  readonly network?: { readonly clock: Clock; readonly fetch: typeof fetch };
};
export type ShownNotification = { readonly id: string; readonly at: number; readonly options: NotificationFields };
/** A notification that the background hands to the browser. `requireInteraction` marks a danger, `silent` a caution or an end. */
export type NotificationFields = {
  readonly title?: string;
  readonly message?: string;
  readonly requireInteraction?: boolean;
  readonly silent?: boolean;
};
export type Alarm = { readonly name: string; readonly periodInMinutes: number; readonly scheduledTime: number };

/** A response of Bitget: data, or a code with an optional `Retry-After` in s. */
export type Answer = (asked: Asked) => { readonly data: unknown } | { readonly code: string; readonly pause?: number };
export type Asked = { readonly key: string; readonly passphrase: string; readonly url: URL };

export function createEnvironment(
  answer: Answer,
  network?: Environment['network'],
  alarms: Environment['alarms'] = new Map(),
): Environment {
  return {
    ...(network && { network }),
    refused: new Set(),
    areas: { local: new Map(), session: new Map() },
    alarms,
    toolbar: {},
    notifications: new Map(),
    notified: [],
    shown: [],
    databases: new IDBFactory(),
    asked: [],
    answer,
    time: 1_700_000_000_000,
  };
}

/** Copies an environment, with an empty request log. */
export async function copyEnvironment(environment: Environment): Promise<Environment> {
  const { areas, alarms, toolbar, notifications, databases, answer, time, refused, network } = environment;
  return {
    ...(network && { network }),
    refused: new Set(refused),
    areas: { local: new Map(areas.local), session: new Map(areas.session) },
    alarms: new Map(alarms),
    toolbar: { ...toolbar },
    notifications: new Map(notifications),
    notified: [],
    shown: [],
    databases: await copyDatabases(databases),
    asked: [],
    answer,
    time,
  };
}

/** Returns a stored value without validation. */
export function readStored<T>(environment: Environment, area: 'local' | 'session', key: string): T | undefined {
  return (environment.areas[area].get(key) as { readonly value: T } | undefined)?.value;
}

/** Answers a request to Bitget; every response takes time. */
export function exchange(environment: Environment, url: URL, headers: Headers): Response {
  const [key, passphrase] = [headers.get('ACCESS-KEY') ?? '', headers.get('ACCESS-PASSPHRASE') ?? ''];
  environment.asked.push(`${key} ${url.pathname.split('/').at(-1)}${url.search}`);
  environment.time += 150;
  const given = environment.answer({ key, passphrase, url });
  if ('data' in given) return new Response(JSON.stringify({ code: '00000', data: given.data }));
  const { code, pause } = given;
  const retryAfter = pause === undefined ? {} : { 'retry-after': String(pause) };
  return new Response(JSON.stringify({ code, msg: '' }), { status: code === '429' ? 429 : 400, headers: retryAfter });
}
