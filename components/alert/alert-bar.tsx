import type { Account, AccountId } from '../../lib/domain/account/account.ts';
import type { Alerting } from '../../lib/domain/alert/alert-settings.ts';
import type { Silence, Span } from '../../lib/domain/alert/snooze.ts';
import { hushesOf } from '../../lib/domain/alert/snooze-text.ts';
import type { Book } from '../../lib/domain/alert/update-alert-states.ts';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { SnoozeTools } from './snooze-buttons.tsx';
import { HushList } from './snooze-list.tsx';

export type AlertBarProps = {
  readonly accounts: readonly Account[];
  readonly book: Book;
  readonly silence: Silence;
  readonly alerting: Pick<Alerting, 'on' | 'dangerPasses'>;
  readonly now: number;
  onSnooze(account: AccountId | null, span: Span | null): void;
};

/** What hinders alerts, and the way to silence them for a while. */
export function AlertBar({ accounts, book, silence, alerting, now, onSnooze }: AlertBarProps) {
  const words = useI18n();
  return (
    <footer class="alerts">
      <div role="status">
        {book.refusedAt !== null && (
          <Notice tone="danger" title={words.text('alert_refused')} advice={words.text('alert_refused_advice')} />
        )}
        <HushList
          hushes={hushesOf(silence, accounts, now, words)}
          now={now}
          onEnd={(account) => onSnooze(account, null)}
        />
      </div>
      {alerting.on && (
        <details>
          <summary>
            <Icon name="chevron" />
            {words.text('silence')}
          </summary>
          <SnoozeTools accounts={accounts} dangerPasses={alerting.dangerPasses} onSnooze={onSnooze} />
        </details>
      )}
    </footer>
  );
}
