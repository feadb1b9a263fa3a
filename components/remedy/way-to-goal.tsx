import { formatExact } from '../../lib/domain/i18n/format.ts';
import type { RemedyWay } from '../../lib/domain/view/remedy-text.ts';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';

type Props = { readonly way: RemedyWay; onCopy(text: string): void };

/** One way to reach a goal, with a button that copies the bare number. */
export function WayToGoal({ way: { title, detail, copy }, onCopy }: Props) {
  const i18n = useI18n();
  return (
    <div class="way-out">
      <b>{title}</b>
      <span>{detail}</span>
      {copy !== null && (
        <button
          type="button"
          class="copy"
          aria-label={i18n.t('copy_value', formatExact(copy, i18n))}
          onClick={() => onCopy(copy)}
        >
          <Icon name="copy" />
          {i18n.t('copy')}
        </button>
      )}
    </div>
  );
}
