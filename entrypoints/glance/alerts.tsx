import type { VNode } from 'preact';
import '../../components/alert-bar.css';
import { AlertBar } from '../../components/alert-bar.tsx';
import * as stored from '../../lib/browser/alert-items.ts';
import { send } from '../../lib/browser/messages.ts';
import type { Item, Loaded } from '../../lib/browser/store.ts';
import type { Account, AccountId } from '../../lib/domain/account.ts';
import { endOf, type Span } from '../../lib/domain/alert/silence.ts';
import { follow } from './follow.ts';

/** Draws the foot of the view for these accounts at this moment. */
export type Foot = (accounts: readonly Account[], now: number) => VNode;

/** Follows what is stored about alerts, and calls back with how to draw it. Not needed for the first paint. */
export async function followAlerts(changed: (foot: Foot) => void): Promise<void> {
  const { alarms, silence, alerting } = stored;
  let known = { book: alarms.fallback, silence: silence.fallback, alerting: alerting.fallback };
  const learn = (news: Partial<typeof known>): void => {
    known = { ...known, ...news };
    const { book, ...others } = known;
    changed((accounts, now) => <AlertBar accounts={accounts} book={book} now={now} onSnooze={snooze} {...others} />);
  };
  await Promise.all([
    follow(alarms, (loaded) => learn({ book: usable(alarms, loaded) })),
    follow(silence, (loaded) => learn({ silence: usable(silence, loaded) })),
    follow(alerting, (loaded) => learn({ alerting: usable(alerting, loaded) })),
  ]);
}

function usable<T>({ fallback }: Item<T>, loaded: Loaded<T>): T {
  return 'value' in loaded ? loaded.value : fallback;
}

function snooze(account: AccountId | null, span: Span | null): void {
  void send({ type: 'snooze', account, until: span === null ? 0 : endOf(span, Date.now()) });
}
