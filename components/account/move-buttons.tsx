import { useLayoutEffect, useRef } from 'preact/hooks';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';

type Move = (() => void) | null;
type Props = { readonly label: string; readonly onUp: Move; readonly onDown: Move };

/** Moves an account up or down the list. */
export function MoveButtons({ label, onUp, onDown }: Props) {
  const i18n = useI18n();
  const lastPressed = useRef<HTMLButtonElement | null>(null);
  // A button loses the focus when its row moves.
  useLayoutEffect(() => {
    if (lastPressed.current && document.activeElement === document.body) lastPressed.current.focus();
  });
  const renderButton = (name: string, direction: 'up' | 'down', move: Move) => (
    <button
      type="button"
      class={`plain move ${direction}ward`}
      aria-label={name}
      title={name}
      aria-disabled={move === null || undefined}
      onBlur={(event) => {
        if (event.relatedTarget) lastPressed.current = null;
      }}
      onClick={(event) => {
        lastPressed.current = event.currentTarget;
        move?.();
      }}
    >
      <Icon name="chevron" />
    </button>
  );
  return (
    <span class="moves">
      {renderButton(i18n.t('move_up', label), 'up', onUp)}
      {renderButton(i18n.t('move_down', label), 'down', onDown)}
    </span>
  );
}
