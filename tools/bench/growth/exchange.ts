import type { Clock } from '../../../lib/domain/core/clock.ts';
import { buildRows } from '../popup/figures.ts';

/** A request that the exchange received; `at` in ms. */
export type ReceivedRequest = { readonly at: number; readonly key: string; readonly path: string };

/** Opens an exchange in virtual time. Every response takes `latency` ms. Each account has one coin of each product type. */
export function openExchange(clock: Clock, latency: number) {
  const requests: ReceivedRequest[] = [];
  const rows = buildRows(1);
  const respond: typeof fetch = async (input, init) => {
    const { pathname } = new URL(String(input));
    const signal = init?.signal ?? new AbortController().signal;
    requests.push({ at: clock.now(), key: new Headers(init?.headers).get('ACCESS-KEY') ?? '', path: pathname });
    await clock.wait(latency, signal);
    if (signal.aborted) throw signal.reason;
    const data = pathname.endsWith('/accounts') ? rows : [];
    return new Response(JSON.stringify({ code: '00000', msg: 'success', requestTime: clock.now(), data }));
  };
  return { requests, fetch: respond };
}

/** Returns the largest number of requests of one group within any span of `span` ms. */
export function findPeak(
  requests: readonly ReceivedRequest[],
  span: number,
  getGroup: (request: ReceivedRequest) => string,
): number {
  const times = Map.groupBy(requests, getGroup);
  return Math.max(0, ...[...times.values()].map((list) => Math.max(...list.map(({ at }) => count(list, at, span)))));
}

function count(list: readonly ReceivedRequest[], from: number, span: number): number {
  return list.filter(({ at }) => at >= from && at < from + span).length;
}
