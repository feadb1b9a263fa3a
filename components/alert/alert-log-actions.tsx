import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Confirm } from '../ui/confirm.tsx';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  onExport(): void;
  onErase(): void;
  /** A button before the others. */
  readonly children: ComponentChildren;
};

/** Exports or erases the alert log. Erasing asks for confirmation. */
export function AlertLogActions({ onExport, onErase, children }: Props) {
  const i18n = useI18n();
  const [isConfirming, setConfirming] = useState(false);
  if (isConfirming) {
    return (
      <Confirm
        question={i18n.t('log_erase_ask')}
        yes={i18n.t('log_erase')}
        onYes={() => {
          setConfirming(false);
          onErase();
        }}
        onNo={() => setConfirming(false)}
      />
    );
  }
  return (
    <div class="row">
      {children}
      <button type="button" class="plain" onClick={onExport}>
        {i18n.t('log_export')}
      </button>
      <button type="button" class="plain" onClick={() => setConfirming(true)}>
        {i18n.t('log_erase')}
      </button>
    </div>
  );
}
