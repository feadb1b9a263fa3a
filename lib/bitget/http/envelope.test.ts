import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import refusedUnified from '../fixtures/error-unified.json' with { type: 'json' };
import { unwrapEnvelope } from './envelope.ts';

const now = 1_700_000_000_000;
const answer = (status: number, body: unknown, retryAfter: string | null = null, date: string | null = null) =>
  unwrapEnvelope({ status, body: typeof body === 'string' ? body : JSON.stringify(body), retryAfter, date, now });
const failure = (...args: Parameters<typeof answer>) => {
  const result = answer(...args);
  if (result.ok) throw new Error('no failure');
  return result.failure;
};

describe('the envelope', () => {
  it('returns the data of a success', () => {
    expect(answer(200, { code: '00000', msg: 'success', requestTime: 1, data: [] })).toEqual({ ok: true, value: [] });
  });

  it('follows the code, not the status, when a refusal has status 200', () => {
    expect(failure(200, { code: '40009', msg: 'sign signature error', data: null })).toEqual({
      kind: 'refused',
      code: '40009',
      cause: 'secret',
      detail: 'sign signature error',
    });
  });

  it('fails when a success code has an error status', () => {
    expect(failure(500, { code: '00000', data: [] })).toEqual({ kind: 'trouble', code: 'HTTP 500' });
  });

  it('recognizes an account of the other family', () => {
    expect(failure(400, refusedUnified)).toEqual({ kind: 'family', code: '40085', family: 'unified' });
    expect(failure(400, { code: '40084', msg: '' })).toEqual({ kind: 'family', code: '40084', family: 'classic' });
    const back = { code: '25245', msg: 'The account is not the unified account mode', data: null };
    expect(failure(400, back)).toEqual({ kind: 'family', code: '25245', family: 'classic' });
  });

  it.each([
    [
      400,
      { code: '40037', message: 'older spelling' },
      { kind: 'refused', code: '40037', cause: 'key', detail: 'older spelling' },
    ],
    [400, { code: '40018', msg: '' }, { kind: 'refused', code: '40018', cause: 'address' }],
    [400, { code: '40008', msg: 'late' }, { kind: 'clock', code: '40008', offset: 0 }],
    [400, { code: '40725', msg: 'x' }, { kind: 'trouble', code: '40725' }],
    [400, { code: '40200', msg: 'x' }, { kind: 'maintenance', code: '40200' }],
    [404, { code: '40404', msg: 'x' }, { kind: 'invalid', code: '40404' }],
    [400, { code: '99999', msg: 'new' }, { kind: 'trouble', code: '99999' }],
    [404, { code: '99999', msg: 'new' }, { kind: 'invalid', code: '99999' }],
    [401, { code: '99999', msg: 'new' }, { kind: 'refused', code: '99999', cause: 'key' }],
    [403, { code: '99999', msg: 'new' }, { kind: 'blocked' }],
    [403, '<html>Access denied</html>', { kind: 'blocked' }],
    [502, '<html>Bad gateway</html>', { kind: 'trouble', code: 'HTTP 502' }],
    [200, '', { kind: 'blank' }],
    [204, ' \n', { kind: 'blank' }],
    [400, '', { kind: 'trouble', code: 'HTTP 400' }],
    [300, '', { kind: 'trouble', code: 'HTTP 300' }],
    [503, '', { kind: 'trouble', code: 'HTTP 503' }],
    [200, '<html>Wi-Fi log-in</html>', { kind: 'unreadable', where: 'body' }],
    [400, '<html>Bad request</html>', { kind: 'unreadable', where: 'HTTP 400' }],
    [200, '{"code":0}', { kind: 'trouble', code: '0' }],
    [200, '{"code":null}', { kind: 'unreadable', where: 'body' }],
    [200, 'null', { kind: 'unreadable', where: 'body' }],
    [451, '<html>Unavailable for legal reasons</html>', { kind: 'blocked' }],
    [451, { code: '99999', msg: 'new' }, { kind: 'blocked' }],
    [400, { code: '25008', msg: 'Account is in forced liquidation status' }, { kind: 'liquidating', code: '25008' }],
    [400, { code: '95001', msg: '' }, { kind: 'liquidating', code: '95001' }],
    [404, 'not found', { kind: 'invalid', code: 'HTTP 404' }],
  ])('maps HTTP %i %j to a failure', (status, body, expected) => {
    expect(failure(status, body)).toEqual(expected);
  });

  it('truncates and sanitizes the message of Bitget (R2)', () => {
    const refused = failure(400, { code: '40014', msg: `need\u202e\u200b\u0000 permission ${'x'.repeat(500)}` });
    expect(refused).toMatchObject({ kind: 'refused', detail: expect.stringMatching(/^need permission x+…$/) });
    expect(refused.kind === 'refused' && refused.detail?.length).toBe(120);
  });

  it('truncates and sanitizes an undocumented code (R2)', () => {
    expect(failure(400, { code: `9\u202e9\u200b${'x'.repeat(1_000_000)}` })).toEqual({
      kind: 'trouble',
      code: `99${'x'.repeat(21)}…`,
    });
  });

  it('never reports a success status as a code', () => {
    fc.assert(
      fc.property(fc.integer({ min: 200, max: 299 }), fc.oneof(fc.string(), fc.json()), (status, body) => {
        expect(JSON.stringify(answer(status, body))).not.toMatch(/HTTP 2|"00000"/);
      }),
    );
  });

  it('never throws for any response', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.oneof(fc.string(), fc.json()), (status, body) => {
        expect(typeof answer(status, body).ok).toBe('boolean');
      }),
    );
  });
});

describe('P4: a throttled response', () => {
  const formatDate = (ms: number) => new Date(now + ms).toUTCString();

  it.each([
    [null, null, 10_000, false],
    ['soon', null, 10_000, false],
    ['5', null, 5_000, true],
    ['0', null, 1_000, true],
    ['86400', null, 900_000, true],
    [formatDate(30_000), null, 30_000, true],
    [formatDate(-30_000), null, 1_000, true],
    // The clock of the server is ten minutes ahead, or behind.
    [formatDate(720_000), formatDate(600_000), 120_000, true],
    [formatDate(-480_000), formatDate(-600_000), 120_000, true],
  ])('waits with Retry-After %j and Date %j for %i ms', (retryAfter, date, wait, hasRetryAfter) => {
    const expected = { kind: 'throttled', until: now + wait, hasRetryAfter };
    expect(failure(429, { code: '429', msg: '' }, retryAfter, date)).toEqual(expected);
    expect(failure(429, '<html></html>', retryAfter, date)).toEqual(expected);
  });
});
