import { shownCard } from '../../lib/browser/api/popup-window.ts';
import { readOrDefault, update, watch } from '../../lib/browser/storage/store.ts';
import { accountDetails } from './lazy-modules.ts';
import type { State } from './state.ts';

/** Opens the details of the card that a clicked notification is about, now and while this view stays open. */
export async function followShownCard(state: State): Promise<void> {
  watch(shownCard, (loaded) => {
    if ('value' in loaded && loaded.value !== null) void openCard(state, loaded.value);
  });
  const wanted = await readOrDefault(shownCard);
  if (wanted !== null) await openCard(state, wanted);
}

/** `wanted` is `account`, or `account/product/coin`: the first of its cards is the riskiest. */
async function openCard({ viewModel, openedCard }: State, wanted: string): Promise<void> {
  await update(shownCard, () => null);
  const view = viewModel.value;
  const card = view.state === 'ready' && view.cards.find(({ key }) => `${key}/`.startsWith(`${wanted}/`));
  if (!card) return;
  await accountDetails.load();
  openedCard.value = card.key;
}
