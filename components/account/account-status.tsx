import { formatAge } from '../../lib/domain/i18n/format.ts';
import type { AccountStatus } from '../../lib/domain/portfolio/account-status.ts';
import { describeFailure } from '../../lib/domain/troubleshooting/failure-text.ts';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';

/** The last failure of an account, and the age of its figures. */
export function AccountStatusLine({ status: { at, issue }, now }: { status: AccountStatus; now: number }) {
  const i18n = useI18n();
  const readText = at === null ? '' : i18n.t('account_read', formatAge(now - at, i18n));
  if (!issue) return <p class="quiet">{readText || i18n.t('waiting')}</p>;
  const { title, advice } = describeFailure(issue.failure, i18n);
  return (
    <div class={issue.needsUser ? 'standing danger' : 'standing caution'}>
      <Icon name="alert" />
      <p>
        <strong>{title}</strong> {advice} {readText && <span class="quiet">{readText}</span>}
      </p>
    </div>
  );
}
