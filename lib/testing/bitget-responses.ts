import { vi } from 'vitest';

/** A mock response: the envelope's data, an error code, or an error with which `fetch` rejects. */
export type CannedResponse =
  | { readonly data: unknown }
  | { readonly code: string }
  | { readonly error: Error }
  | { readonly status: number; readonly body: string };

/** Mocks `fetch` by path and query, and records its calls. */
export function respondAsBitget(reply: (url: URL, init: RequestInit) => CannedResponse | Promise<CannedResponse>) {
  return vi.fn(async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const url = new URL(String(input));
    const answer = await reply(url, init);
    if ('error' in answer) throw answer.error;
    if ('status' in answer) return new Response(answer.body, { status: answer.status });
    const sent = 'code' in answer ? { code: answer.code, msg: '', data: null } : { code: '00000', data: answer.data };
    return new Response(JSON.stringify({ ...sent, requestTime: 1 }), { status: 'code' in answer ? 400 : 200 });
  });
}

/** A row of the account list with money and no risk, for which no positions are requested. */
export const CALM_ROW = {
  marginCoin: 'USDT',
  assetMode: 'single',
  crossedRiskRate: '0',
  isolatedMargin: '0',
  accountEquity: '9',
};

/** A throttle of the whole address, which Bitget's message names. */
export const ADDRESS_THROTTLED: CannedResponse = {
  status: 429,
  body: JSON.stringify({ code: '429', msg: 'Too many requests from this IP' }),
};
