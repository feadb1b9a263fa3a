import * as items from '../../browser/storage/items.ts';
import { readOrDefault, update } from '../../browser/storage/store.ts';

/** Sample data ends with the first account. */
export async function endSampleData(): Promise<void> {
  const [accounts, sampleData] = await Promise.all([readOrDefault(items.accounts), readOrDefault(items.sampleData)]);
  if (accounts.length > 0 && sampleData) await update(items.sampleData, () => false);
}
