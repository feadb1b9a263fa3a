import type { RefusalCause } from '../../domain/core/failure.ts';

/** The meaning of a Bitget code. The product handles each meaning in one way. */
export type CodeMeaning =
  | RefusalCause
  /** The account is being liquidated, so its figures are withheld. */
  | 'liquidating'
  /** The account is of this family, and the request was for the other one. */
  | 'classic'
  | 'unified'
  /** The time of the request is too far from Bitget's. */
  | 'clock'
  /** Too many requests. */
  | 'throttled'
  /** A fault at Bitget that may be over at the next request. */
  | 'trouble'
  /** Bitget has announced the interruption. */
  | 'maintenance'
  /** Bitget no longer offers the product type. */
  | 'retired'
  /** Bitget does not understand the request, which a retry cannot change. */
  | 'invalid';

/**
 * Bitget's codes by meaning. Sources: Bitget's two published tables, of the classic and of the unified API, as of
 * 2026-11-29, and observed responses. Codes that only orders, transfers, loans or copy trading return are left out.
 */
const CODES: Record<CodeMeaning, string> = {
  key: '40001 40002 40003 40006 40011 40037 40041 40065 49000',
  passphrase: '40012 40036',
  secret: '40009',
  permission: '25620 40014 40025 40040 40061 40068 40301 40772 40807 45019 49005 49022',
  address: '22010 40018 40038 49003',
  demo: '40081 40099 40110',
  region: '40000 40103 40104',
  identity: '40016 40027 40035 40100 40101 40111 40926',
  restricted:
    '25005 25006 25007 31020 40013 40022 40023 40024 40026 40031 40042 40199 40710 40752 40753 40760 40916 50010 50012 50013 50019 50023 50064',
  liquidating: '25008 25011 50022 95001',
  classic: '25245 40084',
  unified: '40085 40128 40731',
  clock: '40004 40005 40008 40078 40911',
  throttled: '429 1001 25003 25004 30007 50009 70228',
  // 25012 and 45009 say that an account at risk cannot trade for now. Requests for its figures must not stop then.
  trouble: '25000 25001 25012 40010 40015 40115 40604 40725 40808 40908 40910 45001 45009 49040 50008 50031',
  maintenance: '25102 25106 40200 40308 40795 40844 45043',
  retired: '25104 40309 40845',
  invalid:
    '40007 40017 40019 40020 40034 40057 40058 40059 40064 40404 40724 40811 40813 41002 41100 41101 41103 43011 43058 43111 43123 48001 48002 50011 50061 400171 400172',
};

const MEANINGS: ReadonlyMap<string, CodeMeaning> = new Map(
  (Object.keys(CODES) as CodeMeaning[]).flatMap((meaning) =>
    CODES[meaning].split(' ').map((code) => [code, meaning] as const),
  ),
);

/** Returns the meaning of a code; undefined for an undocumented one. */
export function getCodeMeaning(code: string): CodeMeaning | undefined {
  return MEANINGS.get(code);
}
