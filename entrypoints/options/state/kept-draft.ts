import { keepTypedTexts, readTypedTexts } from '../../../lib/browser/page/session-drafts.ts';
import type { AccountId } from '../../../lib/domain/account/account.ts';
import type { AccountDraft } from '../../../lib/domain/account/account-draft.ts';
import { restoreDraft, stripCredentials } from '../../../lib/domain/account/kept-draft.ts';

/** Keeps a draft without its credentials until it is saved, so that a reload does not lose it. */
export function keepDraft(draft: AccountDraft): void {
  keepTypedTexts(buildName(draft.id), stripCredentials(draft));
}

export function dropKeptDraft(account: AccountId | null): void {
  keepTypedTexts(buildName(account), {});
}

/** Returns the draft of this account, or of a new one with null, that was typed before a reload. */
export function readKeptDraft(account: AccountId | null): AccountDraft | null {
  return restoreDraft(account, readTypedTexts(buildName(account)));
}

const buildName = (account: AccountId | null) => `account-${account ?? 'new'}`;
