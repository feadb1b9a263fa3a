import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';

type Sheets = typeof import('./lazy-sections.ts');
type Props = { readonly title: string; readonly count?: string; children(sheets: Sheets): ComponentChildren };

/** A part that the user unfolds; it is loaded and rendered only then, so that the popup opens at once. */
export function Disclosure({ title, count, children }: Props) {
  const [open, setOpen] = useState(false);
  const [sheets, setSheets] = useState<Sheets | null>(null);
  const toggle = async (isOpen: boolean): Promise<void> => {
    setOpen(isOpen);
    if (isOpen) setSheets(await import('./lazy-sections.ts'));
  };
  return (
    <details class="all" open={open} onToggle={(event) => void toggle(event.currentTarget.open)}>
      <summary data-count={count}>
        <Icon name="chevron" />
        {title}
      </summary>
      {open && sheets && children(sheets)}
    </details>
  );
}
