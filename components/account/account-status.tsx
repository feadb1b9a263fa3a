import { age } from '../../lib/domain/i18n/format.ts';
import type { Standing } from '../../lib/domain/portfolio/account-status.ts';
import { explain } from '../../lib/domain/view/failure-text.ts';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';

/** How an account stands: what is wrong, and how old its figures are. */
export function StandingLine({ standing: { at, trouble }, now }: { standing: Standing; now: number }) {
  const words = useI18n();
  const read = at === null ? '' : words.text('account_read', age(now - at, words));
  if (!trouble) return <p class="quiet">{read || words.text('waiting')}</p>;
  const { title, advice } = explain(trouble.failure, words);
  return (
    <div class={trouble.needsUser ? 'standing danger' : 'standing caution'}>
      <Icon name="alert" />
      <p>
        <strong>{title}</strong> {advice} {read && <span class="quiet">{read}</span>}
      </p>
    </div>
  );
}
