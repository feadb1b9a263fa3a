import type { Failure, RefusalCause } from '../core/failure.ts';
import { isQuotable } from '../core/quote.ts';
import { SECOND } from '../core/time.ts';
import { formatClock, formatCount } from '../i18n/format.ts';
import type { I18n, MessageKey } from '../i18n/i18n.ts';

/** The event, and what the user can do. */
export type FailureText = { readonly title: string; readonly advice: string };

type TitleKey = MessageKey &
  (MessageKey extends infer Key ? (Key extends `${infer Title}_advice` ? Title : never) : never);

/** Describes a failure in the reader's language. */
export function describeFailure(failure: Failure, i18n: I18n): FailureText {
  const say = (title: TitleKey, ...values: string[]): FailureText => ({
    title: i18n.t(title, ...values),
    advice: i18n.t(`${title}_advice`, ...values),
  });
  switch (failure.kind) {
    case 'refused': {
      const { title, advice } = say(`refused_${failure.cause}`);
      return { title, advice: [advice, quote(failure, i18n)].filter(Boolean).join(' ') };
    }
    case 'vault':
      return say(`vault_${failure.problem}`);
    case 'throttled':
      return failure.hasRetryAfter ? say(failure.kind, formatClock(failure.until, i18n)) : say('throttled_guess');
    case 'clock':
      return say(failure.kind, formatCount(Math.round(Math.abs(failure.offset) / SECOND), i18n));
    case 'unlisted':
      return say(failure.isConfirmed ? 'unlisted' : 'unlisted_once');
    case 'retired':
    case 'trouble':
    case 'liquidating':
    case 'invalid':
      return say(failure.kind, failure.code);
    case 'unreadable':
      return say(failure.kind, failure.where);
    case 'offline':
    case 'unreachable':
    case 'timeout':
    case 'blank':
    case 'family':
    case 'maintenance':
    case 'blocked':
    case 'locked':
    case 'noHostPermission':
    case 'storage':
      return say(failure.kind);
  }
}

/** Refusals for which Bitget's own message names the permission or the address to change. */
const QUOTED: ReadonlySet<RefusalCause> = new Set(['permission', 'address']);

function quote({ cause, detail = '' }: Extract<Failure, { kind: 'refused' }>, i18n: I18n): string {
  return QUOTED.has(cause) && isQuotable(detail, i18n.locale) ? i18n.t('bitget_says', detail) : '';
}
