import { vi } from 'vitest';

/** What the stand-in answers: an envelope's data, a code of Bitget's, or an error that `fetch` rejects with. */
export type CannedResponse =
  | { readonly data: unknown }
  | { readonly code: string }
  | { readonly error: Error }
  | { readonly status: number; readonly body: string };

/** A `fetch` that answers by path and query; its calls can be looked at. */
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

/** A row of the account list that holds money and no risk, so that positions are not asked for. */
export const CALM_ROW = {
  marginCoin: 'USDT',
  assetMode: 'single',
  crossedRiskRate: '0',
  isolatedMargin: '0',
  accountEquity: '9',
};
