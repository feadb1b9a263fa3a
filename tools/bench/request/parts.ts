import { createHmac } from 'node:crypto';
import { unwrapEnvelope } from '../../../lib/bitget/http/envelope.ts';
import { buildPrehash, importSigningKey, sign } from '../../../lib/bitget/http/sign.ts';
import { parseMarginAccounts } from '../../../lib/bitget/parse/margin-accounts.ts';
import { buildRows } from '../popup/figures.ts';
import { pairedRow, type Row } from '../report/row.ts';
import { CREDENTIALS } from './clients/client.ts';

const PAIRS = 40;
const TARGET = '/api/v2/mix/account/accounts?productType=USDT-FUTURES';
const SIZES = [1, 100];

/** Signing alone and parsing alone, each beside what Node itself offers. */
export async function measureParts(): Promise<Row[]> {
  const key = await importSigningKey(CREDENTIALS.secret);
  const ours = () => sign(key, buildPrehash(Date.now(), TARGET));
  const limit = async () =>
    createHmac('sha256', CREDENTIALS.secret).update(`${Date.now()}GET${TARGET}`).digest('base64');
  const [signed, hashed] = await pairs(ours, limit, 500);
  const rows = [pairedRow('signing alone', 'µs', signed, { name: 'node:crypto HMAC', values: hashed })];
  for (const size of SIZES) {
    const body = JSON.stringify({ code: '00000', msg: 'success', requestTime: Date.now(), data: buildRows(size) });
    const answer = { status: 200, body, retryAfter: null, date: null, now: 0 };
    const parse = async () => {
      const opened = unwrapEnvelope(answer);
      return opened.ok && parseMarginAccounts(opened.value, 'USDT-FUTURES');
    };
    const [parsed, bare] = await pairs(parse, async () => JSON.parse(body), Math.ceil(1_000 / size));
    rows.push(
      pairedRow(`parsing alone, ${size} row${size === 1 ? '' : 's'}`, 'µs', parsed, {
        name: 'JSON.parse',
        values: bare,
      }),
    );
  }
  return rows;
}

type Work = () => Promise<unknown>;

/** µs a call of each of two, measured in turn; the first turns only warm up. */
async function pairs(one: Work, other: Work, calls: number): Promise<[number[], number[]]> {
  const found: [number[], number[]] = [[], []];
  for (let turn = -10; turn < PAIRS; turn += 1) {
    for (const [index, work] of [one, other].entries()) {
      const started = performance.now();
      for (let call = 0; call < calls; call += 1) await work();
      if (turn >= 0) found[index]?.push(((performance.now() - started) * 1_000) / calls);
    }
  }
  return found;
}
