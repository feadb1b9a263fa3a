import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from 'wxt/browser';
import { classicRow } from '../../simulator/index.ts';
import { expectErrors } from '../harness/driver/errors.ts';
import { makeFolder, removeFolder } from '../harness/driver/temp-folder.ts';
import { credentialsFor, type Fixture, withOneAccount } from '../harness/fixture.ts';
import { fireAlarmAndWait, parkPolling, requestedPaths, sendRaw } from '../harness/state/rounds.ts';
import { clearBackoff, readItem, readOnlyReading } from '../harness/state/storage.ts';

declare const chrome: typeof Browser;

const key = credentialsFor('strangers');
let scene: Fixture;
/** The CSP stops the requests that these tests make on purpose. */
expectErrors(/Content Security Policy/);

beforeAll(async () => {
  const accounts = { 'USDT-FUTURES': [classicRow({ isolatedMargin: '0', crossedRiskRate: '0.33' })] };
  scene = await withOneAccount({ ...key, family: 'classic', accounts });
});
beforeEach(async () => {
  await parkPolling(scene.options);
  await clearBackoff(scene.options);
  scene.simulator.clearLog();
});
afterAll(() => scene?.close());

const calls = () => requestedPaths(scene.simulator);
const margin = async () => (await readOnlyReading(scene.options)).margin['USDT-FUTURES'];

describe('a message', () => {
  it('S3 from another extension gets no answer, and nothing is done', async () => {
    const folder = await makeFolder('faults-other');
    const manifest = { manifest_version: 3, name: 'Stranger', version: '1' };
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    await writeFile(join(folder, 'page.html'), '<!doctype html>');
    const origin = await scene.browser.installOtherExtension(folder);
    const other = await scene.browser.open(`${origin}page.html`);
    const answer = (to: string) => chrome.runtime.sendMessage(to, { type: 'refresh' }).then(String, String);
    expect(await other.evaluate(answer, scene.browser.id)).toContain('Receiving end does not exist');
    const fetchIt = (url: string) => fetch(url).then(String, String);
    expect(await other.evaluate(fetchIt, `${scene.browser.origin}popup.html`)).toMatch(/TypeError/);
    await other.close();
    await removeFolder(folder);
    expect(calls()).toEqual([]);
    expect(await readItem(scene.options, 'pollRun')).toMatchObject({ startedAt: 1, endedAt: 1 });
  });

  it.each<[string, unknown]>([
    ['of an unknown kind', { type: 'export', account: 'all' }],
    ['that is no object', 'refresh'],
    ['with half a draft', { type: 'save', request: 'x', draft: { id: null } }],
    ['with a prototype', JSON.parse('{"__proto__":{"type":"refresh"}}')],
  ])('S3%s gets no answer and does nothing', async (_, message) => {
    expect(await sendRaw(scene.options, message)).toMatch(/undefined|null/);
    expect(calls()).toEqual([]);
    expect(await readItem(scene.options, 'pollRun')).toMatchObject({ startedAt: 1, endedAt: 1 });
  });
});

describe('no request arrives', () => {
  it('S5 at another host, by a redirect or by a fetch of page or worker', async () => {
    const elsewhere = `https://127.0.0.1:${scene.simulator.port}/api/v2/public/time`;
    const undo = scene.simulator.fault({}, { kind: 'redirect', to: elsewhere });
    await fireAlarmAndWait(scene.options);
    undo();
    expect(await margin()).toMatchObject({ state: 'stale', failure: { kind: 'unreachable' } });
    const fetchIt = (url: string) => fetch(url).then(String, String);
    expect(await scene.options.evaluate(fetchIt, elsewhere)).toMatch(/TypeError/);
    const fetchThere = ({ fetch }: typeof globalThis, url: string) => fetch(url).then(String, String);
    expect(await scene.browser.inBackground(fetchThere, elsewhere)).toMatch(/TypeError/);
    expect(new Set(scene.simulator.log.map(({ host }) => host))).toEqual(new Set(['api.bitget.com']));
    expect(calls()).toEqual(['accounts', 'accounts']);
    const names = scene.simulator.log.flatMap(({ headers }) => headers);
    for (const name of ['cookie', 'referer']) expect(names).not.toContain(name);
  });
});
