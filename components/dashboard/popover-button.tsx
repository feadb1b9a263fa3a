import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon, type IconName } from '../ui/icon.tsx';

type Props = {
  readonly icon: IconName;
  readonly name: string;
  readonly children: ComponentChildren;
};

/**
 * An icon button and the panel that it opens. The browser opens the panel without a script, so an early click counts. It
 * closes the panel at a click elsewhere, and returns the focus.
 */
export function PopoverButton({ icon, name, children }: Props) {
  const id = useId();
  return (
    <>
      <button type="button" class="tool" aria-label={name} title={name} popovertarget={id}>
        <Icon name={icon} />
      </button>
      <div id={id} class="popover" popover="auto" role="dialog" aria-label={name}>
        {children}
      </div>
    </>
  );
}
