import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as alertItems from './alert-items.ts';
import * as items from './items.ts';
import { lockState } from './lock-items.ts';
import { type Item, load } from './store.ts';

const LOCAL = (Object.values({ ...items, ...alertItems, lock: lockState }) as Item<unknown>[]).filter(
  ({ area }) => area === 'local',
);
const RELEASES = globSync('e2e/fixtures/{releases,builds}/*/stored.json');

type Stored = Readonly<Record<string, { readonly v: number; readonly value: unknown }>>;

it('finds the stored values of releases', () => {
  expect(RELEASES.length).toBeGreaterThan(0);
});

describe.each(RELEASES.map((file) => [dirname(file).split('/').at(-1) ?? '', file]))(
  'the stored values of %s',
  (_, file) => {
    const stored: Stored = JSON.parse(readFileSync(file, 'utf8'));

    it.each(Object.entries(stored))('include a readable %s, completed by newer fields', async (key, { value }) => {
      await fakeBrowser.storage.local.set(stored);
      const item = LOCAL.find((each) => each.key === key);
      if (!item) throw new Error(`Nothing reads ${key} any more: what becomes of it?`);
      const loaded = await load(item);
      expect(loaded).toMatchObject({ state: 'ok', value });
    });

    it.each(['crossedMaxAvailable', 'mgnRatio'])(
      'readings without %s, which a later version reads, keep all else',
      async (name) => {
        const value = JSON.parse(JSON.stringify(stored.readings?.value), (key, each) =>
          key === name ? undefined : each,
        );
        expect(JSON.stringify(value)).not.toBe(JSON.stringify(stored.readings?.value));
        await fakeBrowser.storage.local.set({ readings: { v: 1, value } });
        const loaded = await load(items.readings);
        expect(loaded).toMatchObject({ state: 'ok', value });
        expect(JSON.stringify(loaded)).toContain(`"${name}":{"raw":null}`);
      },
    );
  },
);
