import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Confirm } from '../ui/confirm.tsx';
import { useI18n } from '../ui/i18n.ts';
import { MoveButtons } from './move-buttons.tsx';

export type AccountActionsProps = {
  readonly label: string;
  readonly checking: boolean;
  readonly removing: boolean;
  /** The demo setting that Bitget refused; null when Bitget has not refused it. */
  readonly wrongDemo: boolean | null;
  onFlip(): void;
  /** Moves the account one place up or down the list; null at the end of the list. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  onCheck(): void;
  onEdit(): void;
  onRemove(): void;
};

/** The buttons of a saved account. Removing asks for confirmation. */
export function AccountActions(props: AccountActionsProps) {
  const { label, checking, removing, wrongDemo, onFlip, onUp, onDown, onCheck, onEdit, onRemove } = props;
  const i18n = useI18n();
  const [asking, setAsking] = useState(false);
  const kept = useRef(false);
  const remove = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (kept.current) remove.current?.focus();
    kept.current = false;
  });
  if (asking || removing) {
    return (
      <Confirm
        question={i18n.t('remove_ask', label)}
        yes={removing ? i18n.t('removing') : i18n.t('remove_yes', label)}
        busy={removing}
        onYes={() => {
          setAsking(false);
          onRemove();
        }}
        onNo={() => {
          kept.current = true;
          setAsking(false);
        }}
      />
    );
  }
  return (
    <div class="row">
      {wrongDemo !== null && <FlipButton demo={wrongDemo} busy={checking} onFlip={onFlip} />}
      <button type="button" class="plain" aria-disabled={checking || undefined} onClick={() => !checking && onCheck()}>
        {i18n.t(checking ? 'checking' : 'check_again')}
      </button>
      <button type="button" class="plain" onClick={onEdit}>
        {i18n.t('edit')}
      </button>
      <button ref={remove} type="button" class="plain" onClick={() => setAsking(true)}>
        {i18n.t('remove')}
      </button>
      {(onUp || onDown) && <MoveButtons label={label} onUp={onUp} onDown={onDown} />}
    </div>
  );
}

type FlipProps = { readonly demo: boolean; readonly busy: boolean; onFlip(): void };

/** Switches demo trading in one click, after Bitget refused the current setting. */
export function FlipButton({ demo, busy, onFlip }: FlipProps) {
  const i18n = useI18n();
  return (
    <button type="button" class="plain strong" aria-disabled={busy || undefined} onClick={() => !busy && onFlip()}>
      {i18n.t(demo ? 'demo_off' : 'demo_on')}
    </button>
  );
}
