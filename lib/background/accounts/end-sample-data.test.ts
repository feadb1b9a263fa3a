import { describe, expect, it } from 'vitest';
import * as items from '../../browser/storage/items.ts';
import { read, write } from '../../browser/storage/store.ts';
import { buildAccount } from '../../testing/builders.ts';
import { endSampleData } from './end-sample-data.ts';

describe('sample data', () => {
  it('stay while there is no account', async () => {
    await write(items.sampleData, true);
    await endSampleData();
    expect(await read(items.sampleData)).toBe(true);
  });

  it('end with the first account, and do not come back with the last one gone', async () => {
    await write(items.sampleData, true);
    await write(items.accounts, [buildAccount()]);
    await endSampleData();
    await write(items.accounts, []);
    expect(await read(items.sampleData)).toBe(false);
  });
});
