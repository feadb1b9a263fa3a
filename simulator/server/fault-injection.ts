import type { IncomingRequest } from './incoming-request.ts';

/** Something that goes wrong instead of, or (`delay`) before, the right answer. */
export type Fault =
  /** Exactly this answer. An object is sent as JSON; text and bytes as they are. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string | object | Uint8Array;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** A refusal in Bitget's envelope; HTTP 400 unless `status` says otherwise. */
  | { readonly kind: 'code'; readonly code: string; readonly msg?: string; readonly status?: number }
  /** Waits, and goes on to the next fault of the list or to the right answer. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Takes the request and never answers. */
  | { readonly kind: 'silence' }
  /** Headers, then a body that trickles (1 byte a second by default) and never ends. */
  | { readonly kind: 'drip'; readonly bytesPerSecond?: number }
  /** The socket is destroyed. */
  | { readonly kind: 'reset' }
  | { readonly kind: 'redirect'; readonly to: string }
  /** HTTP 429; without `retryAfter` no such header is sent. */
  | { readonly kind: 'throttle'; readonly retryAfter?: string }
  /** A 200 with no body. */
  | { readonly kind: 'empty' }
  /** A right envelope of so many bytes; with `gzip` a bomb that small on the wire. */
  | { readonly kind: 'huge'; readonly bytes: number; readonly gzip?: boolean }
  /** A right envelope whose `data` is so many arrays, one in another. */
  | { readonly kind: 'deep'; readonly depth: number }
  /** A page such as a content network answers when it blocks or fails. */
  | { readonly kind: 'html'; readonly status: number };

/** Which calls a fault hits; what is left out matches all. `productType` also meets `category`. */
export type FaultMatch = {
  readonly path?: string;
  readonly productType?: string;
  readonly apiKey?: string;
};

export type Faults = {
  /** Lasts for `times` calls, or until undone. Of several that match, the newest is used. */
  add(match: FaultMatch, faults: readonly Fault[], times: number): () => void;
  /** The faults for a call, of which one use is spent; `[]`: none. */
  take(call: IncomingRequest): readonly Fault[];
};

export function createFaults(): Faults {
  let planted: readonly PlantedFault[] = [];
  return {
    add(match, faults, times) {
      const added: PlantedFault = { match, faults, left: times };
      planted = [added, ...planted];
      return () => {
        planted = planted.filter((each) => each !== added);
      };
    },
    take(call) {
      const hit = planted.find(({ match, left }) => left > 0 && isHit(call, match));
      if (hit === undefined) return [];
      hit.left -= 1;
      return hit.faults;
    },
  };
}

type PlantedFault = { readonly match: FaultMatch; readonly faults: readonly Fault[]; left: number };

function isHit(call: IncomingRequest, match: FaultMatch): boolean {
  const product = call.params.get('productType') ?? call.params.get('category');
  return (
    (match.path === undefined || match.path === call.path) &&
    (match.productType === undefined || match.productType === product) &&
    (match.apiKey === undefined || match.apiKey === call.header('ACCESS-KEY'))
  );
}
