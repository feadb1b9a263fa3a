import { describe, expect, it, vi } from 'vitest';
import type { Failure, Family } from '../../domain/core/failure.ts';
import { failed, ok, type Result } from '../../domain/core/result.ts';
import { CALM_ROW as quiet } from '../../testing/bitget-responses.ts';
import { buildAccount } from '../../testing/builders.ts';
import { createTestClock } from '../../testing/fake-clock.ts';
import { accountListRequest, type Request } from '../http/endpoints.ts';
import { importSigningKey } from '../http/sign.ts';
import type { SendRequest } from './account-response.ts';
import { createSender, readAccount } from './read-account.ts';

const risky = { ...quiet, isolatedMargin: '5' };
const pool = { accountEquity: '9', mmr: '0', imr: '0', mgnRatio: '0', unrealisedPnl: '0' };
const other = (family: Family): Result<never> =>
  failed({ kind: 'family', code: family === 'unified' ? '40085' : '40084', family });

function asking(answer: (request: Request) => Result<unknown>) {
  const ask = vi.fn<SendRequest>(async (request) => answer(request));
  const paths = () =>
    ask.mock.calls.map(([{ endpoint, query }]) => `${endpoint.path.split('/').at(-1)} ${Object.values(query)}`.trim());
  return { ask, paths };
}

describe('reading a classic account', () => {
  it('asks three times when all is quiet', async () => {
    const { ask, paths } = asking(() => ok([quiet]));
    const { family, answers } = await readAccount(buildAccount(), 'classic', ask);
    expect(paths()).toEqual(['accounts USDT-FUTURES', 'accounts COIN-FUTURES', 'accounts USDC-FUTURES']);
    expect(family).toBe('classic');
    expect([...answers.values()].every(({ positions }) => positions.ok && positions.value.length === 0)).toBe(true);
  });

  it('asks for positions where they may matter', async () => {
    const { ask, paths } = asking(({ endpoint, query }) =>
      ok(
        endpoint.path.includes('position')
          ? [{ symbol: 'BTCUSDT', total: '1' }]
          : [query.productType === 'COIN-FUTURES' ? risky : quiet],
      ),
    );
    const { answers } = await readAccount(buildAccount(), 'classic', ask);
    expect(paths()).toContain('all-position COIN-FUTURES');
    expect(paths()).toHaveLength(4);
    expect(answers.get('COIN-FUTURES')?.positions).toMatchObject({ ok: true, value: [{ symbol: 'BTCUSDT' }] });
  });

  it('asks for positions where they may matter to one coin of several', async () => {
    const { ask, paths } = asking(({ endpoint }) => ok(endpoint.path.includes('position') ? [] : [quiet, risky]));
    await readAccount(buildAccount({ products: ['USDT-FUTURES'] }), 'classic', ask);
    expect(paths()).toEqual(['accounts USDT-FUTURES', 'all-position USDT-FUTURES']);
  });

  it("keeps the margin accounts when the positions fail, and stops where the failure is the whole account's", async () => {
    const refused: Failure = { kind: 'refused', code: '40014', cause: 'permission' };
    const { ask, paths } = asking(({ endpoint }) =>
      endpoint.path.includes('position') ? failed(refused) : ok([risky]),
    );
    const { answers } = await readAccount(buildAccount(), 'classic', ask);
    expect(paths()).toEqual(['accounts USDT-FUTURES', 'all-position USDT-FUTURES']);
    expect(answers.get('USDT-FUTURES')).toMatchObject({ margin: { ok: true }, positions: { ok: false } });
    expect(answers.get('COIN-FUTURES')).toMatchObject({ margin: { ok: false, failure: refused } });
  });
});

describe('reading a unified account', () => {
  it('asks once when all is quiet', async () => {
    const { ask, paths } = asking(() => ok(pool));
    const { family, answers } = await readAccount(buildAccount(), 'unified', ask);
    expect({ family, paths: paths() }).toEqual({ family: 'unified', paths: ['assets'] });
    expect(answers.get('UNIFIED')).toMatchObject({ margin: { ok: true, value: [{ product: 'UNIFIED' }] } });
  });

  it('asks for the positions of each category where they may matter, all or nothing', async () => {
    const { ask, paths } = asking(({ endpoint, query }) => {
      if (endpoint.path.endsWith('assets')) return ok({ ...pool, mmr: '1' });
      return query.category === 'USDC-FUTURES' ? failed({ kind: 'timeout' }) : ok({ list: null });
    });
    const { answers } = await readAccount(buildAccount(), 'unified', ask);
    expect(paths()).toEqual([
      'assets',
      'current-position USDT-FUTURES',
      'current-position COIN-FUTURES',
      'current-position USDC-FUTURES',
    ]);
    expect(answers.get('UNIFIED')).toMatchObject({
      margin: { ok: true },
      positions: { ok: false, failure: { kind: 'timeout' } },
    });
  });
});

it('reads the positions of a unified account from all categories', async () => {
  const { ask } = asking(({ endpoint, query }) =>
    ok(endpoint.path.endsWith('assets') ? { ...pool, mmr: '1' } : { list: [{ symbol: query.category, total: '1' }] }),
  );
  const { answers } = await readAccount(buildAccount(), 'unified', ask);
  const positions = answers.get('UNIFIED')?.positions;
  expect(positions?.ok && positions.value.map(({ symbol }) => symbol)).toEqual([
    'USDT-FUTURES',
    'COIN-FUTURES',
    'USDC-FUTURES',
  ]);
  const none = asking(() => ok(pool));
  const quietly = await readAccount(buildAccount(), 'unified', none.ask);
  expect(quietly.answers.get('UNIFIED')?.positions).toEqual({ ok: true, value: [] });
});

describe('an account of the other family', () => {
  it.each([
    ['classic', 'unified', 1],
    ['unified', 'classic', 3],
  ] as const)('is found out in the same round: %s that is %s', async (believed, real, more) => {
    const { ask } = asking(({ endpoint }) => {
      const asked = endpoint.path.startsWith('/api/v3') ? 'unified' : 'classic';
      if (asked !== real) return other(real);
      return ok(real === 'unified' ? pool : [quiet]);
    });
    const { family } = await readAccount(buildAccount(), believed, ask);
    expect(family).toBe(real);
    expect(ask).toHaveBeenCalledTimes(1 + more);
  });

  it('is not sought for ever when each family sends to the other', async () => {
    const { ask } = asking(({ endpoint }) => other(endpoint.path.startsWith('/api/v3') ? 'classic' : 'unified'));
    const { answers } = await readAccount(buildAccount(), 'classic', ask);
    expect(ask).toHaveBeenCalledTimes(2);
    expect(answers.get('UNIFIED')?.margin).toMatchObject({ ok: false, failure: { kind: 'family' } });
  });

  it('is asked once where Bitget names the family that was asked', async () => {
    const { ask } = asking(() => other('classic'));
    const { family } = await readAccount(buildAccount({ products: ['USDT-FUTURES'] }), 'classic', ask);
    expect(family).toBe('classic');
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is inferred from nothing else', async () => {
    const { ask } = asking(() => failed({ kind: 'refused', code: '40009', cause: 'secret' }));
    expect((await readAccount(buildAccount(), 'classic', ask)).family).toBe('classic');
    expect(ask).toHaveBeenCalledTimes(1);
  });
});

it('a call keeps its distance from when it leaves, and one whose round is over does not leave', async () => {
  const said: string[] = [];
  const deadline = new AbortController();
  const fetched = async () => {
    said.push('sent');
    return new Response('{"code":"00000","data":[]}');
  };
  const world = {
    fetch: fetched,
    clock: createTestClock(),
    deadline: deadline.signal,
    pace: async () => () => void said.push('booked'),
    gate: <T>(work: () => Promise<T>) => work(),
  };
  const credentials = { apiKey: 'key', passphrase: 'p', signing: await importSigningKey('my-secret-key') };
  const ask = createSender(buildAccount(), credentials, { retries: 0, skew: { offset: 0 } }, world);
  expect(await ask(accountListRequest('USDT-FUTURES'))).toEqual(ok([]));
  expect(said).toEqual(['booked', 'sent']);
  deadline.abort();
  expect(await ask(accountListRequest('USDT-FUTURES'))).toEqual(failed({ kind: 'timeout' }));
  expect(said).toEqual(['booked', 'sent']);
});
