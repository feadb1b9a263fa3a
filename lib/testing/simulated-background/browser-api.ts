import type { MessageKey } from '../../domain/i18n/i18n.ts';
import { english } from '../english-i18n.ts';
import type { Environment, NotificationFields } from './environment.ts';
import { current } from './process.ts';

type Call = (...args: never[]) => unknown;

const ORIGIN = 'chrome-extension://margin-glance/';

/**
 * Creates the extension API of an environment. Each call is a step of the process that makes it. Unlisted calls do
 * nothing.
 */
export function createBrowserApi(environment: Environment): unknown {
  const area = (name: 'local' | 'session') => {
    const kept = environment.areas[name];
    const change = (key: string, newValue: unknown): void => {
      const oldValue = kept.get(key);
      if (newValue === undefined) kept.delete(key);
      else kept.set(key, newValue);
      dispatchMessage('storage.onChanged', { [key]: { oldValue, newValue } }, name);
    };
    return {
      get: (keys: string | readonly string[]) =>
        structuredClone(
          Object.fromEntries([keys].flat().flatMap((key) => (kept.has(key) ? [[key, kept.get(key)]] : []))),
        ),
      set: (values: Record<string, unknown>) => {
        for (const [key, value] of Object.entries(values)) change(key, JSON.parse(JSON.stringify(value)));
      },
      remove: (key: string) => change(key, undefined),
      clear: () => {
        for (const key of [...kept.keys()]) change(key, undefined);
      },
    };
  };
  const now = () => environment.network?.clock.now() ?? environment.time;
  const show = (name: string) => (value: object) =>
    Object.assign(environment.toolbar, { [name]: Object.values(value)[0] });
  const calls: Record<string, unknown> = {
    'storage.local': area('local'),
    'storage.session': area('session'),
    'alarms.get': (name: string) => environment.alarms.get(name),
    'alarms.getAll': () => [...environment.alarms.values()],
    'alarms.clear': (name: string) => environment.alarms.delete(name),
    'alarms.create': (name: string, { periodInMinutes, when }: { periodInMinutes: number; when?: number }) => {
      const scheduledTime = when ?? now() + periodInMinutes * 60_000;
      environment.alarms.set(name, { name, periodInMinutes, scheduledTime });
    },
    'action.setBadgeText': show('text'),
    'action.setBadgeBackgroundColor': show('color'),
    'action.setTitle': show('title'),
    'permissions.contains': () => true,
    'notifications.getAll': () => Object.fromEntries(environment.notifications),
    'notifications.create': (id: string, options: NotificationFields) => {
      environment.notifications.set(id, options);
      environment.notified.push(id);
      environment.shown.push({ id, at: now(), options });
    },
    'notifications.clear': (id: string) => environment.notifications.delete(id),
  };
  const synchronous: Record<string, unknown> = {
    'runtime.id': 'margin-glance',
    'runtime.getURL': (path: string) => new URL(path, ORIGIN).href,
    'runtime.getManifest': () => ({ host_permissions: ['https://api.bitget.com/*'] }),
    'i18n.getUILanguage': () => 'en',
    'i18n.getMessage': (key: MessageKey, values: readonly string[] = []) => english.t(key, ...values),
  };
  const at = (path: string): unknown => {
    if (path in synchronous) return synchronous[path];
    if (/\.on[A-Z]\w*$/.test(path)) return createEvent(path);
    const [, parent = '', name = ''] = /^(.*)\.(\w+)$/.exec(path) ?? [];
    const call = calls[path] ?? (calls[parent] as Record<string, unknown> | undefined)?.[name];
    const isGroup = path in calls && typeof calls[path] === 'object';
    const target = (...args: never[]) =>
      current().pass(stepName(path, args), () => {
        if (environment.refused.has(path)) throw new Error(`${path}: refused by the test`);
        return typeof call === 'function' ? (call as Call)(...args) : undefined;
      });
    if (path.includes('.') && !isGroup) return target;
    return new Proxy(target, { get: (_, next) => at(path === '' ? String(next) : `${path}.${String(next)}`) });
  };
  return at('');
}

/** A storage read includes its keys, so that a failed test names the new one. */
function stepName(path: string, [keys]: readonly unknown[]): string {
  return /^storage\.\w+\.get$/.test(path) ? `${path} ${[keys].flat().join(', ')}` : path;
}

/** The sender of a message from an extension page. */
export const OUR_PAGE = { id: 'margin-glance', url: `${ORIGIN}options.html` };

/** Dispatches an event to the current process. */
export function dispatchMessage(event: string, ...args: readonly unknown[]): void {
  const background = current();
  for (const listener of background.listeners.get(event) ?? [])
    void background.run(() => listener(...(args as never[])));
}

function createEvent(path: string) {
  return {
    addListener: (listener: Call) => {
      const { listeners } = current();
      listeners.set(path, [...(listeners.get(path) ?? []), listener]);
    },
  };
}
