import type { WebWorker } from 'puppeteer-core';
import type { Browser } from 'wxt/browser';
import type { InBackground, Plain } from '../launch.ts';

/** In the worker, where the functions given to `evaluate` run. */
declare const chrome: typeof Browser;

/** Runs a function in the worker. Its source is sent, so it can use nothing but its arguments. */
export async function runIn<T, Args extends readonly Plain[]>(
  worker: WebWorker,
  work: InBackground<T, Args>,
  args: Args,
): Promise<T> {
  return (await worker.evaluate(`(${work})(globalThis, ...${JSON.stringify(args)})`)) as T;
}

/** Dispatches an event as if the browser had sent it, such as `runtime.onStartup`. */
export async function dispatch(worker: WebWorker, event: string, ...args: readonly (object | string)[]): Promise<void> {
  await worker.evaluate(
    (path, values) => {
      const [area = '', name = ''] = path.split('.');
      (chrome as unknown as Events)[area]?.[name]?.dispatch(...values);
    },
    event,
    args,
  );
}

/** Chromium's events have a `dispatch` that its types leave out. */
type Events = Record<string, Record<string, { dispatch(...args: readonly unknown[]): void }>>;

/** Returns the size of the heap after a garbage collection, in bytes. */
export async function heap({ client }: WebWorker): Promise<number> {
  await client.send('HeapProfiler.collectGarbage');
  return (await client.send('Runtime.getHeapUsage')).usedSize;
}

export async function recordConsole({ client }: WebWorker, onText: (text: string) => void): Promise<void> {
  client.on('Runtime.consoleAPICalled', ({ args }) => onText(JSON.stringify(args)));
  await client.send('Runtime.enable');
}

export async function setOffline({ client }: WebWorker, offline: boolean): Promise<void> {
  await client.send('Network.enable');
  const conditions = { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  await client.send('Network.emulateNetworkConditions', conditions);
}
