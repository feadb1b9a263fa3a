import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

type Sheets = typeof import('./sheets.ts');
type Props = { readonly title: string; readonly count?: string; children(sheets: Sheets): ComponentChildren };

/** A part that is unfolded on demand, and loaded and drawn only then: a popup must open at once. */
export function Disclosure({ title, count, children }: Props) {
  const [open, setOpen] = useState(false);
  const [sheets, setSheets] = useState<Sheets | null>(null);
  const unfold = async (wanted: boolean) => {
    setOpen(wanted);
    if (wanted) setSheets(await import('./sheets.ts'));
  };
  return (
    <details class="all" open={open} onToggle={(event) => void unfold(event.currentTarget.open)}>
      <summary data-count={count}>
        <Icon name="chevron" />
        {title}
      </summary>
      {open && sheets && children(sheets)}
    </details>
  );
}
