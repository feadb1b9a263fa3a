import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { pluralize } from '../../lib/domain/i18n/plural.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = { readonly size: number; readonly children: ComponentChildren };

/** The empty margin accounts, in one line until the user unfolds them. */
export function EmptyAccounts({ size, children }: Props) {
  const i18n = useI18n();
  const [open, setOpen] = useState(false);
  return (
    <>
      <div class="fold">
        <span id="fold">{pluralize('fold', size, i18n)}</span>
        <button type="button" class="link" aria-expanded={open} aria-describedby="fold" onClick={() => setOpen(!open)}>
          {i18n.t(open ? 'fold_hide' : 'fold_show')}
        </button>
      </div>
      {open && children}
    </>
  );
}
