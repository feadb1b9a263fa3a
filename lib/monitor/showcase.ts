import * as items from '../browser/items.ts';
import { load, update } from '../browser/store.ts';

/** Sample data end where the first account begins. */
export async function endShowcase(): Promise<void> {
  const [accounts, showcase] = await Promise.all([load(items.accounts), load(items.showcase)]);
  const isOver = 'value' in accounts && accounts.value.length > 0 && 'value' in showcase && showcase.value;
  if (isOver) await update(items.showcase, () => false);
}
