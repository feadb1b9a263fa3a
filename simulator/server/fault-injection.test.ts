import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { classic, paths } from '../testing/accounts.ts';
import { call } from '../testing/raw-client.ts';
import type { Fault } from './fault-injection.ts';
import { type Simulator, startSimulator } from './server.ts';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ accounts: [classic] });
});
afterEach(() => simulator.close());

const send = () => call(simulator, paths.accounts, classic);

describe('complete responses', () => {
  it.each<[string, Fault, number, string]>([
    ['text', { kind: 'answer', status: 200, body: '{"code":' }, 200, '{"code":'],
    ['object', { kind: 'answer', status: 503, body: { code: '1' } }, 503, '{"code":"1"}'],
    ['bytes', { kind: 'answer', status: 200, body: new Uint8Array([255, 0]) }, 200, '\u00ff\u0000'],
    ['nothing', { kind: 'empty' }, 200, ''],
    ['redirect', { kind: 'redirect', to: 'https://example.org/' }, 302, ''],
  ])('%s', async (_name, fault, status, text) => {
    simulator.fault({}, fault);
    expect(await send()).toMatchObject({ status, text });
  });

  it('headers of an answer and of a redirect', async () => {
    simulator.fault({}, { kind: 'answer', status: 200, body: 'x', headers: { 'content-type': 'a/b' } }, 1);
    expect((await send()).headers['content-type']).toBe('a/b');
    simulator.fault({}, { kind: 'redirect', to: 'https://example.org/' }, 1);
    expect((await send()).headers.location).toBe('https://example.org/');
  });

  it('a code in the envelope', async () => {
    simulator.fault({}, { kind: 'code', code: '40725', msg: '服务异常' }, 1);
    const reply = await send();
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.text)).toMatchObject({ code: '40725', data: null });
    simulator.fault({}, { kind: 'code', code: '40010', status: 200 });
    expect((await send()).status).toBe(200);
  });

  it('a throttle, with and without Retry-After', async () => {
    simulator.fault({}, { kind: 'throttle', retryAfter: '120' }, 1);
    expect(await send()).toMatchObject({ status: 429, headers: { 'retry-after': '120' } });
    simulator.fault({}, { kind: 'throttle' }, 1);
    const reply = await send();
    expect(JSON.parse(reply.text).code).toBe('429');
    expect(reply.headers).not.toHaveProperty('retry-after');
  });

  it('a page', async () => {
    simulator.fault({}, { kind: 'html', status: 403 });
    const reply = await send();
    expect(reply).toMatchObject({ status: 403, text: expect.stringMatching(/^<!DOCTYPE html>/) });
    expect(reply.headers['content-type']).toContain('text/html');
  });
});

describe('bodies that are too large', () => {
  it('huge: exactly so many bytes of right JSON', async () => {
    simulator.fault({}, { kind: 'huge', bytes: 5 * 1024 * 1024 });
    const { text } = await send();
    expect(text).toHaveLength(5 * 1024 * 1024);
    expect(JSON.parse(text).code).toBe('00000');
  });

  it('gzip: small on the wire', async () => {
    simulator.fault({}, { kind: 'huge', bytes: 5 * 1024 * 1024, gzip: true });
    const { text, headers } = await send();
    expect(headers['content-encoding']).toBe('gzip');
    expect(text.length).toBeLessThan(50_000);
    expect(gunzipSync(Buffer.from(text, 'latin1'))).toHaveLength(5 * 1024 * 1024);
  });

  it('deep: arrays in arrays', async () => {
    simulator.fault({}, { kind: 'deep', depth: 200_000 });
    const { text } = await send();
    expect(text.match(/\[/g)).toHaveLength(200_000);
    expect(text.match(/\]/g)).toHaveLength(200_000);
    expect(text).toMatch(/\}$/);
  });
});
