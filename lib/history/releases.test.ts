import { globSync, readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TIERS, type TierName } from '../domain/history/retention.ts';
import { readHistory } from './read.ts';
import { addToHistory } from './write.ts';

const HISTORIES = globSync('e2e/fixtures/{releases,builds}/*/history.json');

type Kept = readonly { readonly key: readonly [string, TierName, number]; readonly chunk: object }[];

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

it('finds the histories of releases', () => {
  expect(HISTORIES.length).toBeGreaterThan(0);
});

describe.each(HISTORIES)('%s', (file) => {
  const kept: Kept = JSON.parse(readFileSync(file, 'utf8'));
  const readAll = () => readHistory(kept.map(({ key: [account, tier, from] }) => ({ account, tier, from })));

  beforeEach(async () => {
    const database = await openDB('history', 1, { upgrade: (made) => made.createObjectStore('chunks') });
    for (const { key, chunk } of kept) await database.put('chunks', chunk, [...key]);
    database.close();
  });

  it('is readable in every tier', async () => {
    expect(new Set(kept.map(({ key: [, tier] }) => tier))).toEqual(new Set(Object.keys(TIERS)));
    expect(await readAll()).toEqual(kept.map(({ chunk }) => [chunk]));
  });

  it('accepts new samples', async () => {
    const before = await readAll();
    const [account = ''] = kept[0]?.key ?? [];
    const at = Math.max(...kept.map(({ key: [, , start] }) => start)) + 1;
    await addToHistory([[account, [['NEW', [at, null, null, null, null]]]]], at);
    expect(JSON.stringify(await readAll())).toContain('"NEW"');
    for (const [index, chunks] of (await readAll())?.entries() ?? [])
      expect(chunks[0]).toMatchObject(before?.[index]?.[0] ?? {});
  });
});
