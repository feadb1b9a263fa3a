import type { RefusalCause } from '../domain/failure.ts';

/** What a code of Bitget's means to us; each has one way of being acted upon. */
export type Meaning =
  | RefusalCause
  | 'classic'
  | 'unified'
  | 'clock'
  | 'throttled'
  | 'trouble'
  | 'maintenance'
  | 'invalid';

/** Bitget's codes by meaning. Source: Bitget's tables of REST error codes, and answers seen in practice. */
const CODES: Record<Meaning, string> = {
  key: '40001 40002 40003 40006 40011 40037 40041',
  passphrase: '40012 40036',
  secret: '40009',
  permission: '40014 40025 40040',
  address: '22010 40018 40038 49003',
  demo: '40099',
  region: '40000 40103 40104',
  identity: '40016 40027 40035 40100 40101 40111',
  restricted: '40013 40022 40023 40024 40026 40031 40710 40752 40753 40760 40916',
  classic: '40084',
  unified: '40085 40731',
  clock: '40004 40005 40008 40078 40911',
  throttled: '429 1001 25003 25004 30007 50009',
  trouble: '25000 25001 40010 40015 40604 40725 40808 40910 45001 50008',
  maintenance: '40200 40308',
  invalid: '40007 40017 40019 40020 40034 40404 400171 400172',
};

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  (Object.keys(CODES) as Meaning[]).flatMap((meaning) =>
    CODES[meaning].split(' ').map((code) => [code, meaning] as const),
  ),
);

/** The one meaning of a code; undefined for codes that no table names. */
export function meaningOf(code: string): Meaning | undefined {
  return MEANINGS.get(code);
}
