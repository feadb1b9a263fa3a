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
  onToggleDemo(): void;
  /** Moves the account one place up or down the list; null at the end of the list. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  onCheck(): void;
  onEdit(): void;
  onRemove(): void;
};

/** The buttons of a saved account. Removing asks for confirmation. */
export function AccountActions(props: AccountActionsProps) {
  const { label, checking, removing, wrongDemo, onToggleDemo, onUp, onDown, onCheck, onEdit, onRemove } = props;
  const i18n = useI18n();
  const [isConfirming, setConfirming] = useState(false);
  const isCancelled = useRef(false);
  const removeButton = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isCancelled.current) removeButton.current?.focus();
    isCancelled.current = false;
  });
  if (isConfirming || removing) {
    return (
      <Confirm
        question={i18n.t('remove_ask', label)}
        yes={removing ? i18n.t('removing') : i18n.t('remove_yes', label)}
        busy={removing}
        onYes={() => {
          setConfirming(false);
          onRemove();
        }}
        onNo={() => {
          isCancelled.current = true;
          setConfirming(false);
        }}
      />
    );
  }
  return (
    <div class="row">
      {wrongDemo !== null && <ToggleDemoButton demo={wrongDemo} busy={checking} onToggleDemo={onToggleDemo} />}
      <button
        type="button"
        class="plain"
        aria-label={checking ? undefined : i18n.t('check_account', label)}
        aria-disabled={checking || undefined}
        onClick={() => !checking && onCheck()}
      >
        {i18n.t(checking ? 'checking' : 'check')}
      </button>
      <button type="button" class="plain" aria-label={i18n.t('edit_account', label)} onClick={onEdit}>
        {i18n.t('edit')}
      </button>
      <button
        ref={removeButton}
        type="button"
        class="plain"
        aria-label={i18n.t('remove_yes', label)}
        onClick={() => setConfirming(true)}
      >
        {i18n.t('remove')}
      </button>
      {(onUp || onDown) && <MoveButtons label={label} onUp={onUp} onDown={onDown} />}
    </div>
  );
}

type ToggleDemoProps = { readonly demo: boolean; readonly busy: boolean; onToggleDemo(): void };

/** Switches demo trading in one click, after Bitget refused the current setting. */
export function ToggleDemoButton({ demo, busy, onToggleDemo }: ToggleDemoProps) {
  const i18n = useI18n();
  return (
    <button
      type="button"
      class="plain strong"
      aria-disabled={busy || undefined}
      onClick={() => !busy && onToggleDemo()}
    >
      {i18n.t(demo ? 'demo_off' : 'demo_on')}
    </button>
  );
}
