import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';

type LazySections = typeof import('./lazy-sections.ts');
type Props = { readonly title: string; readonly count?: string; children(sections: LazySections): ComponentChildren };

/** A disclosure that loads and renders its content on opening, so that the popup opens fast. */
export function LazyDetails({ title, count, children }: Props) {
  const [open, setOpen] = useState(false);
  const [sections, setSections] = useState<LazySections | null>(null);
  const toggle = async (isOpen: boolean): Promise<void> => {
    setOpen(isOpen);
    if (isOpen) setSections(await import('./lazy-sections.ts'));
  };
  return (
    <details class="all" open={open} onToggle={(event) => void toggle(event.currentTarget.open)}>
      <summary data-count={count}>
        <Icon name="chevron" />
        {title}
      </summary>
      {open && sections && children(sections)}
    </details>
  );
}
