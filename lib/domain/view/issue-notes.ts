import type { AccountId } from '../account/account.ts';
import type { Failure } from '../core/failure.ts';
import type { I18n } from '../i18n/i18n.ts';
import { formatList } from '../i18n/list.ts';
import { pluralize } from '../i18n/plural.ts';
import type { Card } from '../portfolio/card.ts';
import type { Issue } from '../portfolio/issues.ts';
import type { UnmonitoredAccount } from '../portfolio/lost-accounts.ts';
import { describeFailure } from '../troubleshooting/failure-text.ts';
import { productLabel } from './labels.ts';

/** One cause with all affected accounts. */
export type IssueNotice = {
  readonly key: string;
  /** The account, `Main (USDC-M)`, or how many there are: `4 accounts`. */
  readonly where: string;
  /** The names of several accounts in a line; empty for one. */
  readonly names: string;
  readonly accounts: readonly AccountId[];
  readonly failure: Failure;
  readonly needsUser: boolean;
  /** When the first of the accounts is requested again; 0 when nothing delays it. */
  readonly retryAt: number;
  /** When the last figures of accounts that are no longer monitored were read; null while they are monitored. */
  readonly lostSince: number | null;
};

/** Groups issues with the same cause, in the order of the issues. Accounts that are no longer monitored are apart. */
export function groupIssues(
  issues: readonly Issue[],
  unmonitored: readonly UnmonitoredAccount[],
  i18n: I18n,
): IssueNotice[] {
  const lost = new Map(unmonitored.map(({ account, since }) => [account.id, since]));
  const groups = Map.groupBy(issues, ({ account, failure }) => `${nameCause(failure, i18n)} ${lost.has(account.id)}`);
  return [...groups].map(([key, group]) => {
    const sinces = group.flatMap(({ account }) => lost.get(account.id) ?? []);
    return {
      key,
      ...describeAccounts(group, i18n),
      accounts: [...new Set(group.map(({ account }) => account.id))],
      failure: findLongest(group.map(({ failure }) => failure)),
      needsUser: group.some(({ needsUser }) => needsUser),
      retryAt: Math.min(...group.map(({ retryAt }) => retryAt)),
      lostSince: sinces.length > 0 ? Math.min(...sinces) : null,
    };
  });
}

/** Describes the accounts that are no longer monitored though no failure of theirs is known; null if there are none. */
export function describeUnmonitored(
  unmonitored: readonly UnmonitoredAccount[],
  issues: readonly Issue[],
  i18n: I18n,
): (Pick<IssueNotice, 'where' | 'names'> & { readonly since: number }) | null {
  const reported = new Set(issues.map(({ account }) => account.id));
  const silent = unmonitored.filter(({ account }) => !reported.has(account.id));
  if (silent.length === 0) return null;
  const parts = silent.map(({ account }) => ({ account, products: [], all: true }));
  return { ...describeAccounts(parts, i18n), since: Math.min(...silent.map(({ since }) => since)) };
}

/** Returns when the oldest stale figures without an issue of their own were read, or null. */
export function staleSince(cards: readonly Card[], issues: readonly Issue[]): number | null {
  const reported = new Set(issues.map(({ account }) => account.id));
  const silent = cards.filter(({ stale, account }) => stale && !reported.has(account.id));
  return silent.length ? Math.min(...silent.map(({ at }) => at)) : null;
}

/** Failures with the same words have the same cause. Each throttle ends at a time of its own. */
function nameCause(failure: Failure, i18n: I18n): string {
  if (failure.kind === 'throttled') return failure.kind;
  const { title, advice } = describeFailure(failure, i18n);
  return `${failure.kind} ${title} ${advice}`;
}

/** Returns the failure that lasts longest; only throttles have an end. */
function findLongest(failures: readonly Failure[]): Failure {
  return failures.reduce((longest, each) => (throttledUntil(each) > throttledUntil(longest) ? each : longest));
}

function throttledUntil(failure: Failure): number {
  return failure.kind === 'throttled' ? failure.until : 0;
}

type Affected = Pick<Issue, 'account' | 'products' | 'all'>;

function describeAccounts(affected: readonly Affected[], i18n: I18n): Pick<IssueNotice, 'where' | 'names'> {
  const names = formatList(
    affected.map((each) => describeLocation(each, i18n)),
    i18n,
  );
  const ids = new Set<AccountId>(affected.map(({ account }) => account.id));
  return ids.size === 1 ? { where: names, names: '' } : { where: pluralize('accounts_count', ids.size, i18n), names };
}

function describeLocation({ account, products, all }: Affected, i18n: I18n): string {
  if (all) return account.label;
  const names = products.map((product) => productLabel(product, i18n));
  return `${account.label} (${formatList(names, i18n)})`;
}
