import { describe, expect, it } from 'vitest';
import * as items from '../../browser/storage/items.ts';
import { read, write } from '../../browser/storage/store.ts';
import { buildAccount } from '../../testing/builders.ts';
import { endSampleData } from './end-sample-data.ts';

describe('sample data', () => {
  it('stays while there is no account', async () => {
    await write(items.sampleData, true);
    await endSampleData();
    expect(await read(items.sampleData)).toBe(true);
  });

  it('ends with the first account and stays off after the last one is removed', async () => {
    await write(items.sampleData, true);
    await write(items.accounts, [buildAccount()]);
    await endSampleData();
    await write(items.accounts, []);
    expect(await read(items.sampleData)).toBe(false);
  });
});
