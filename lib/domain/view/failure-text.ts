import type { Failure, RefusalCause } from '../core/failure.ts';
import { isQuotable } from '../core/quote.ts';
import { SECOND } from '../core/time.ts';
import { clock, count } from '../i18n/format.ts';
import type { MessageKey, Words } from '../i18n/i18n.ts';

/** What happened, and what to do about it. */
export type Explanation = { readonly title: string; readonly advice: string };

/** Every failure has a text, and beside it what to do. */
type Titled = MessageKey &
  (MessageKey extends infer Key ? (Key extends `${infer Title}_advice` ? Title : never) : never);

/** A failure in the reader's words. */
export function explain(failure: Failure, words: Words): Explanation {
  const say = (title: Titled, ...values: string[]): Explanation => ({
    title: words.text(title, ...values),
    advice: words.text(`${title}_advice`, ...values),
  });
  switch (failure.kind) {
    case 'refused': {
      const { title, advice } = say(`refused_${failure.cause}`);
      return { title, advice: [advice, quote(failure, words)].filter(Boolean).join(' ') };
    }
    case 'vault':
      return say(`vault_${failure.problem}`);
    case 'throttled':
      return say(failure.kind, clock(failure.until, words));
    case 'clock':
      return say(failure.kind, count(Math.round(Math.abs(failure.offset) / SECOND), words));
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
    case 'ungranted':
    case 'storage':
      return say(failure.kind);
  }
}

/** The refusals of which Bitget's own words name what to change: the permission, or the address. */
const QUOTED: ReadonlySet<RefusalCause> = new Set(['permission', 'address']);

function quote({ cause, detail = '' }: Extract<Failure, { kind: 'refused' }>, words: Words): string {
  return QUOTED.has(cause) && isQuotable(detail, words.locale) ? words.text('bitget_says', detail) : '';
}
