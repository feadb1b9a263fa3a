import { describe, expect, it } from 'vitest';
import * as items from '../../browser/storage/items.ts';
import { read, write } from '../../browser/storage/store.ts';
import { account } from '../../testing/builders.ts';
import { endShowcase } from './end-sample-data.ts';

describe('sample data', () => {
  it('stay while there is no account', async () => {
    await write(items.showcase, true);
    await endShowcase();
    expect(await read(items.showcase)).toBe(true);
  });

  it('end with the first account, and do not come back with the last one gone', async () => {
    await write(items.showcase, true);
    await write(items.accounts, [account()]);
    await endShowcase();
    await write(items.accounts, []);
    expect(await read(items.showcase)).toBe(false);
  });
});
