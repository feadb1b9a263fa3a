import type { AccountId } from '../account/account.ts';
import type { Failure } from '../core/failure.ts';
import type { I18n } from '../i18n/i18n.ts';
import { formatList } from '../i18n/list.ts';
import type { Card } from '../portfolio/card.ts';
import type { Issue } from '../portfolio/issues.ts';
import { productLabel } from './labels.ts';

/** One failure with all affected accounts: `Main (USDC-M), Grid bot`. */
export type IssueNotice = {
  readonly key: string;
  readonly where: string;
  readonly accounts: readonly AccountId[];
  readonly failure: Failure;
  readonly needsUser: boolean;
  /** When the first of the accounts is requested again; 0 when nothing delays it. */
  readonly retryAt: number;
};

/** Groups issues with the same failure, in the order of the issues. */
export function groupIssues(issues: readonly Issue[], i18n: I18n): IssueNotice[] {
  const notes = new Map<string, IssueNotice>();
  for (const issue of issues) {
    const key = JSON.stringify(issue.failure);
    const earlier = notes.get(key);
    notes.set(key, {
      key,
      where: formatList([...(earlier ? [earlier.where] : []), describeLocation(issue, i18n)], i18n),
      accounts: [...new Set([...(earlier?.accounts ?? []), issue.account.id])],
      failure: issue.failure,
      needsUser: issue.needsUser,
      retryAt: Math.min(earlier?.retryAt ?? issue.retryAt, issue.retryAt),
    });
  }
  return [...notes.values()];
}

/** Returns when the oldest stale figures without an issue of their own were read, or null. */
export function staleSince(cards: readonly Card[], issues: readonly Issue[]): number | null {
  const reported = new Set(issues.map(({ account }) => account.id));
  const silent = cards.filter(({ stale, account }) => stale && !reported.has(account.id));
  return silent.length ? Math.min(...silent.map(({ at }) => at)) : null;
}

function describeLocation({ account, products, all }: Issue, i18n: I18n): string {
  if (all) return account.label;
  const names = products.map((product) => productLabel(product, i18n));
  return `${account.label} (${formatList(names, i18n)})`;
}
