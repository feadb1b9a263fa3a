import { formatCount } from '../../lib/domain/i18n/format.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = { readonly count: number; readonly isOpen: boolean; onToggle(isOpen: boolean): void };

/** Shows or hides the rest of a list. */
export function MoreButton({ count, isOpen, onToggle }: Props) {
  const i18n = useI18n();
  return (
    <button type="button" class="more" aria-expanded={isOpen} onClick={() => onToggle(!isOpen)}>
      {isOpen ? i18n.t('fold_hide') : i18n.t('card_more', formatCount(count, i18n))}
    </button>
  );
}
