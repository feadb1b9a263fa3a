import type { IncomingMessage } from 'node:http';

/** A received request. `query` is raw, without the `?`, because the signature covers that string. */
export type IncomingRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly params: URLSearchParams;
  readonly headerNames: readonly string[];
  header(name: string): string | null;
};

export function readIncomingRequest(request: IncomingMessage): IncomingRequest {
  const target = request.url ?? '/';
  const cut = target.indexOf('?');
  const query = cut < 0 ? '' : target.slice(cut + 1);
  return {
    method: request.method ?? 'GET',
    path: cut < 0 ? target : target.slice(0, cut),
    query,
    params: new URLSearchParams(query),
    headerNames: Object.keys(request.headers),
    header(name) {
      const value = request.headers[name.toLowerCase()];
      return typeof value === 'string' && value !== '' ? value : null;
    },
  };
}
