import { IDBFactory } from 'fake-indexeddb';
import type { Clock } from '../../domain/core/clock.ts';
import { copyDatabases } from './databases.ts';

/** What outlives a life of the background: the browser's stores, its alarms and toolbar, the exchange, and time. */
export type Environment = {
  readonly areas: Readonly<Record<'local' | 'session', Map<string, unknown>>>;
  readonly alarms: Map<string, Alarm>;
  readonly toolbar: Record<string, unknown>;
  /** The notifications that are to be seen, by id. */
  readonly notifications: Map<string, unknown>;
  /** The ids of all that were ever shown, one after the other. */
  readonly told: string[];
  readonly databases: IDBFactory;
  /** What was asked of Bitget: `key path?query`. */
  readonly asked: string[];
  answer: Answer;
  time: number;
  /** Calls of the extension API, by path, that the browser refuses. */
  readonly refused: Set<string>;
  /** What time and network are where they are not the simple ones of `stage.ts`. */
  readonly network?: { readonly clock: Clock; readonly fetch: typeof fetch };
};
type Alarm = { readonly name: string; readonly periodInMinutes: number };

/** What Bitget answers: data, or a code, and where that says so how long it wants to be left alone, in s. */
export type Answer = (asked: Asked) => { readonly data: unknown } | { readonly code: string; readonly pause?: number };
export type Asked = { readonly key: string; readonly passphrase: string; readonly url: URL };

export function createEnvironment(answer: Answer, network?: Environment['network']): Environment {
  return {
    ...(network && { network }),
    refused: new Set(),
    areas: { local: new Map(), session: new Map() },
    alarms: new Map(),
    toolbar: {},
    notifications: new Map(),
    told: [],
    databases: new IDBFactory(),
    asked: [],
    answer,
    time: 1_700_000_000_000,
  };
}

/** The same world once more, with nothing asked yet. */
export async function copyEnvironment(world: Environment): Promise<Environment> {
  const { areas, alarms, toolbar, notifications, databases, answer, time, refused, network } = world;
  return {
    ...(network && { network }),
    refused: new Set(refused),
    areas: { local: new Map(areas.local), session: new Map(areas.session) },
    alarms: new Map(alarms),
    toolbar: { ...toolbar },
    notifications: new Map(notifications),
    told: [],
    databases: await copyDatabases(databases),
    asked: [],
    answer,
    time,
  };
}

/** What is stored under a key, taken at its word. */
export function readStored<T>(world: Environment, area: 'local' | 'session', key: string): T | undefined {
  return (world.areas[area].get(key) as { readonly value: T } | undefined)?.value;
}

/** How Bitget is reached: every answer takes a while. */
export function exchange(world: Environment, url: URL, headers: Headers): Response {
  const [key, passphrase] = [headers.get('ACCESS-KEY') ?? '', headers.get('ACCESS-PASSPHRASE') ?? ''];
  world.asked.push(`${key} ${url.pathname.split('/').at(-1)}${url.search}`);
  world.time += 150;
  const given = world.answer({ key, passphrase, url });
  if ('data' in given) return new Response(JSON.stringify({ code: '00000', data: given.data }));
  const { code, pause } = given;
  const told = pause === undefined ? {} : { 'retry-after': String(pause) };
  return new Response(JSON.stringify({ code, msg: '' }), { status: code === '429' ? 429 : 400, headers: told });
}
