import type { Clock } from '../../../lib/domain/core/clock.ts';
import { buildRows } from '../popup/figures.ts';

/** One request as the exchange saw it; `at` in ms. */
export type Asked = { readonly at: number; readonly key: string; readonly path: string };

/** An exchange in virtual time: every answer takes as long, and each account has one margin coin of each product type. */
export function openExchange(clock: Clock, latency: number) {
  const asked: Asked[] = [];
  const rows = buildRows(1);
  const answer: typeof fetch = async (input, init) => {
    const { pathname } = new URL(String(input));
    const signal = init?.signal ?? new AbortController().signal;
    asked.push({ at: clock.now(), key: new Headers(init?.headers).get('ACCESS-KEY') ?? '', path: pathname });
    await clock.wait(latency, signal);
    if (signal.aborted) throw signal.reason;
    const data = pathname.endsWith('/accounts') ? rows : [];
    return new Response(JSON.stringify({ code: '00000', msg: 'success', requestTime: clock.now(), data }));
  };
  return { asked, fetch: answer };
}

/** The most requests in any span of so many ms, of those that count as one. */
export function worst(asked: readonly Asked[], span: number, of: (asked: Asked) => string): number {
  const times = Map.groupBy(asked, of);
  return Math.max(0, ...[...times.values()].map((list) => Math.max(...list.map(({ at }) => count(list, at, span)))));
}

function count(list: readonly Asked[], from: number, span: number): number {
  return list.filter(({ at }) => at >= from && at < from + span).length;
}
