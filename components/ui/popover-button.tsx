import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';

type Props = {
  readonly icon: IconName;
  readonly name: string;
  /** The button's tooltip, if it says more than the name. */
  readonly title?: string | undefined;
  readonly children: ComponentChildren;
};

/**
 * An icon button and the panel that it opens. The browser opens the panel without a script, so an early click counts. It
 * closes the panel at a click elsewhere, and returns the focus.
 */
export function PopoverButton({ icon, name, title = name, children }: Props) {
  const id = useId();
  const panel = useEscape();
  return (
    <>
      <button type="button" class="tool" aria-label={name} title={title} popovertarget={id}>
        <Icon name={icon} />
      </button>
      <div id={id} ref={panel} class="popover" popover="auto" role="dialog" aria-label={name}>
        {children}
      </div>
    </>
  );
}

/** Closes the open panel, if there is one. */
export function closePopover(): void {
  const open = document.querySelector(':popover-open');
  if (open instanceof HTMLElement) open.hidePopover();
}

/** Closes an open panel on Escape. The browser would close the whole popup of the extension. */
function useEscape() {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !panel.current?.matches(':popover-open')) return;
      event.preventDefault();
      panel.current.hidePopover();
    };
    document.addEventListener('keydown', close, true);
    return () => document.removeEventListener('keydown', close, true);
  }, []);
  return panel;
}
