import { createHmac } from 'node:crypto';
import { unwrapEnvelope } from '../../../lib/bitget/http/envelope.ts';
import { buildPrehash, importSigningKey, sign } from '../../../lib/bitget/http/sign.ts';
import { parseMarginAccounts } from '../../../lib/bitget/parse/margin-accounts.ts';
import { buildRows } from '../popup/figures.ts';
import { buildPairedRow, type Row } from '../report/row.ts';
import { CREDENTIALS } from './clients/client.ts';

const PAIRS = 40;
const TARGET = '/api/v2/mix/account/accounts?productType=USDT-FUTURES';
const SIZES = [1, 100];

/** Measures signing and parsing separately, each beside Node's own function. */
export async function measureParts(): Promise<Row[]> {
  const key = await importSigningKey(CREDENTIALS.secret);
  const ours = () => sign(key, buildPrehash(Date.now(), TARGET));
  const limit = async () =>
    createHmac('sha256', CREDENTIALS.secret).update(`${Date.now()}GET${TARGET}`).digest('base64');
  const [signed, hashed] = await measurePairs(ours, limit, 500);
  const rows = [buildPairedRow('signing alone', 'µs', signed, { name: 'node:crypto HMAC', values: hashed })];
  for (const size of SIZES) {
    const body = JSON.stringify({ code: '00000', msg: 'success', requestTime: Date.now(), data: buildRows(size) });
    const response = { status: 200, body, retryAfter: null, date: null, now: 0 };
    const parse = async () => {
      const opened = unwrapEnvelope(response);
      return opened.ok && parseMarginAccounts(opened.value, 'USDT-FUTURES');
    };
    const [parsed, bare] = await measurePairs(parse, async () => JSON.parse(body), Math.ceil(1_000 / size));
    rows.push(
      buildPairedRow(`parsing alone, ${size} row${size === 1 ? '' : 's'}`, 'µs', parsed, {
        name: 'JSON.parse',
        values: bare,
      }),
    );
  }
  return rows;
}

type Work = () => Promise<unknown>;

/** Measures two functions in turn, in µs for each call. The first turns only warm up. */
async function measurePairs(one: Work, other: Work, calls: number): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  for (let turn = -10; turn < PAIRS; turn += 1) {
    for (const [index, work] of [one, other].entries()) {
      const started = performance.now();
      for (let call = 0; call < calls; call += 1) await work();
      if (turn >= 0) times[index]?.push(((performance.now() - started) * 1_000) / calls);
    }
  }
  return times;
}
