import type { AccountId } from '../../../lib/domain/account/account.ts';
import type { AccountDraft } from '../../../lib/domain/account/account-draft.ts';
import { restoreDraft, stripCredentials } from '../../../lib/domain/account/kept-draft.ts';

/** Keeps a draft in the entry of this tab's history, which a reload restores and no other page reads. */
export function keepDraft(draft: AccountDraft): void {
  history.replaceState({ draft: stripCredentials(draft) }, '');
}

export function dropKeptDraft(): void {
  history.replaceState(null, '');
}

/** Returns the draft of this account, or of a new one with null, that was typed before a reload. */
export function readKeptDraft(account: AccountId | null): AccountDraft | null {
  const { draft }: { readonly draft?: unknown } = history.state ?? {};
  const restored = restoreDraft(draft);
  return restored?.id === account ? restored : null;
}
