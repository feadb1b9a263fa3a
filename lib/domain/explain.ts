import type { Failure, RefusalCause, VaultProblem } from './failure.ts';
import { clock, count } from './format.ts';
import { SECOND } from './time.ts';
import type { MessageKey, Words } from './words.ts';

/** What happened, and what to do about it. */
export type Explanation = { readonly title: string; readonly advice: string };

/** A failure in the reader's words. */
export function explain(failure: Failure, words: Words): Explanation {
  const say = (title: MessageKey, advice: MessageKey, ...values: string[]): Explanation => ({
    title: words.text(title, ...values),
    advice: words.text(advice, ...values),
  });
  switch (failure.kind) {
    case 'offline':
      return say('offline', 'offline_advice');
    case 'unreachable':
      return say('unreachable', 'unreachable_advice');
    case 'timeout':
      return say('timeout', 'timeout_advice');
    case 'refused':
      return say(...REFUSED[failure.cause], failure.detail || failure.code);
    case 'family':
      return say('family', 'family_advice');
    case 'throttled':
      return say('throttled', 'throttled_advice', clock(failure.until, words));
    case 'trouble':
      return say('trouble', 'trouble_advice', failure.code);
    case 'maintenance':
      return say('maintenance', 'maintenance_advice');
    case 'clock':
      return say('clock', 'clock_advice', count(Math.round(Math.abs(failure.offset) / SECOND), words));
    case 'blocked':
      return say('blocked', 'blocked_advice');
    case 'invalid':
      return say('invalid', 'invalid_advice', failure.code);
    case 'unreadable':
      return say('unreadable', 'unreadable_advice', failure.where);
    case 'vault':
      return say(...VAULT[failure.problem]);
    case 'locked':
      return say('locked', 'locked_advice');
    case 'ungranted':
      return say('ungranted', 'ungranted_advice');
    case 'storage':
      return say('storage', 'storage_advice');
  }
}

const REFUSED: Record<RefusalCause, [MessageKey, MessageKey]> = {
  key: ['refused_key', 'refused_key_advice'],
  passphrase: ['refused_passphrase', 'refused_passphrase_advice'],
  secret: ['refused_secret', 'refused_secret_advice'],
  permission: ['refused_permission', 'refused_permission_advice'],
  address: ['refused_address', 'refused_address_advice'],
  demo: ['refused_demo', 'refused_demo_advice'],
  region: ['refused_region', 'refused_region_advice'],
  identity: ['refused_identity', 'refused_identity_advice'],
  restricted: ['refused_restricted', 'refused_restricted_advice'],
};

const VAULT: Record<VaultProblem, [MessageKey, MessageKey]> = {
  missing: ['vault_missing', 'vault_missing_advice'],
  forgotten: ['vault_forgotten', 'vault_forgotten_advice'],
  damaged: ['vault_damaged', 'vault_damaged_advice'],
  closed: ['vault_closed', 'vault_closed_advice'],
  lost: ['vault_lost', 'vault_lost_advice'],
  downgrade: ['vault_downgrade', 'vault_downgrade_advice'],
};
