import { describe, expect, it } from 'vitest';
import { type CodeMeaning, getCodeMeaning } from './error-codes.ts';

/** Codes by meaning, from Bitget's documentation and observed responses. */
const TABLE: Record<CodeMeaning, string> = {
  key: '40006 40037 40041 40001 40002 40003 40011 40065 49000',
  passphrase: '40012 40036',
  secret: '40009',
  clock: '40004 40005 40008 40078 40911',
  permission: '40014 40025 40040 40772 25620 40301 40061 40068 40807 45019 49005 49022',
  address: '40018 40038 22010 49003',
  liquidating: '25008 95001 25011 50022',
  classic: '40084 25245',
  unified: '40085 40731 40128',
  demo: '40099 40110 40081',
  throttled: '429 25004 25003 1001 30007 50009 70228',
  trouble: '40015 40725 45001 40808 40010 40910 40604 50008 25000 25001 40115 40908 49040 50031 25012 45009',
  maintenance: '40200 40308 40795 40844 45043 25102 25106',
  retired: '25104 40309 40845',
  invalid:
    '40404 40017 40019 40020 40034 400171 400172 40007 40057 40058 40059 40064 40724 40811 40813 41002 41100 41101 41103 43011 43058 43111 43123 48001 48002 50011 50061',
  region: '40000 40103 40104',
  identity: '40035 40100 40101 40111 40016 40027 40926',
  restricted:
    '40013 40022 40023 40024 40026 40031 40710 40752 40753 40760 40916 25005 25006 25007 40199 50010 50064 31020 40042 50012 50013 50019 50023',
};
const rows = (Object.keys(TABLE) as CodeMeaning[]).flatMap((meaning) =>
  TABLE[meaning].split(' ').map((code) => [code, meaning] as const),
);

describe('P1: the table of error codes', () => {
  it.each(rows)('maps %s to %s', (code, meaning) => {
    expect(getCodeMeaning(code)).toBe(meaning);
  });

  it('has one meaning for each code', () => {
    expect(new Set(rows.map(([code]) => code)).size).toBe(rows.length);
  });

  it('has no meaning for a success or an undocumented code', () => {
    expect(['00000', '12345', '', 'constructor', '__proto__'].map(getCodeMeaning)).toEqual(Array(5).fill(undefined));
  });
});
