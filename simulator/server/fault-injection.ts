import type { IncomingRequest } from './incoming-request.ts';
import type { RefusalCode } from './response.ts';

/** A failure that replaces the right response, or (`delay`) comes before it. */
export type Fault =
  /** Exactly this response. An object is sent as JSON; text and bytes unchanged. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string | object | Uint8Array;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** A refusal in Bitget's envelope; HTTP 400 unless `status` says otherwise. */
  | { readonly kind: 'code'; readonly code: string; readonly msg?: string; readonly status?: number }
  /** A refusal in Bitget's words. Without `detail` the text keeps its `{0}`, as Bitget sometimes sends it. */
  | { readonly kind: 'refusal'; readonly code: RefusalCode; readonly detail?: string }
  /** A success with this `data`, `[]` for example. */
  | { readonly kind: 'data'; readonly data: unknown }
  /** Waits, then continues with the next fault of the list or with the right response. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Accepts the request and never responds. */
  | { readonly kind: 'silence' }
  /** Headers, then a body that trickles (1 byte a second by default) and never ends. */
  | { readonly kind: 'drip'; readonly bytesPerSecond?: number }
  /** The socket is destroyed. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'redirect'; readonly to: string }
  /** HTTP 429; without `retryAfter` that header is missing. */
  | { readonly kind: 'throttle'; readonly retryAfter?: string }
  /** A 200 with no body. */
  | { readonly kind: 'empty' }
  /** A valid envelope of this many bytes; with `gzip`, a small body that expands to them. */
  | { readonly kind: 'huge'; readonly bytes: number; readonly gzip?: boolean }
  /** A valid envelope whose `data` is this many nested arrays. */
  | { readonly kind: 'deep'; readonly depth: number }
  /** The HTML page of a content network that blocks or fails. */
  | { readonly kind: 'html'; readonly status: number };

/** The requests that a fault affects. A field left out matches all. `productType` also matches `category`. */
export type FaultMatch = {
  readonly path?: string;
  readonly productType?: string;
  readonly apiKey?: string;
};

/** Returns the faults for one more matching request, or null to leave it alone. */
export type DrawFaults = () => readonly Fault[] | null;

export type Faults = {
  /** Lasts until undone. Of several that match, the newest that draws faults is used. */
  add(match: FaultMatch, draw: DrawFaults): () => void;
  /** Draws the faults for a request; `[]`: none. */
  take(request: IncomingRequest): readonly Fault[];
};

export function createFaults(): Faults {
  let planted: readonly PlantedFault[] = [];
  return {
    add(match, draw) {
      const added: PlantedFault = { match, draw };
      planted = [added, ...planted];
      return () => {
        planted = planted.filter((each) => each !== added);
      };
    },
    take(request) {
      for (const { match, draw } of planted) {
        const faults = isMatch(request, match) ? draw() : null;
        if (faults !== null) return faults;
      }
      return [];
    },
  };
}

/** Draws these faults for so many requests. */
export function drawTimes(faults: readonly Fault[], times: number): DrawFaults {
  let left = times;
  return () => {
    if (left <= 0) return null;
    left -= 1;
    return faults;
  };
}

type PlantedFault = { readonly match: FaultMatch; readonly draw: DrawFaults };

function isMatch(request: IncomingRequest, match: FaultMatch): boolean {
  const product = request.params.get('productType') ?? request.params.get('category');
  return (
    (match.path === undefined || match.path === request.path) &&
    (match.productType === undefined || match.productType === product) &&
    (match.apiKey === undefined || match.apiKey === request.header('ACCESS-KEY'))
  );
}
