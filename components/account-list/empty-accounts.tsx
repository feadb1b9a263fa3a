import type { ComponentChildren } from 'preact';
import { pluralize } from '../../lib/domain/i18n/plural.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly size: number;
  readonly isOpen: boolean;
  readonly children: ComponentChildren;
  onToggle(isOpen: boolean): void;
};

/** The empty margin accounts, in one line until the user unfolds them. */
export function EmptyAccounts({ size, isOpen, children, onToggle }: Props) {
  const i18n = useI18n();
  return (
    <>
      <div class="fold">
        <span id="fold">{pluralize('fold', size, i18n)}</span>
        <button
          type="button"
          class="link"
          aria-expanded={isOpen}
          aria-describedby="fold"
          onClick={() => onToggle(!isOpen)}
        >
          {i18n.t(isOpen ? 'fold_hide' : 'fold_show')}
        </button>
      </div>
      {isOpen && <div class="rows">{children}</div>}
    </>
  );
}
