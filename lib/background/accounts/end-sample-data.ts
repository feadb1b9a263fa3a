import * as items from '../../browser/storage/items.ts';
import { readAnyway, update } from '../../browser/storage/store.ts';

/** Sample data end where the first account begins. */
export async function endShowcase(): Promise<void> {
  const [accounts, showcase] = await Promise.all([readAnyway(items.accounts), readAnyway(items.showcase)]);
  if (accounts.length > 0 && showcase) await update(items.showcase, () => false);
}
