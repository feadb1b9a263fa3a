import { useState } from 'preact/hooks';
import { Confirm } from '../ui/confirm.tsx';
import { useI18n } from '../ui/i18n.ts';

/** Exports or erases the alert log. Erasing asks for confirmation. */
export function AlertLogActions({ onExport, onErase }: { onExport(): void; onErase(): void }) {
  const i18n = useI18n();
  const [asking, setAsking] = useState(false);
  if (asking) {
    return (
      <Confirm
        question={i18n.t('log_erase_ask')}
        yes={i18n.t('log_erase')}
        onYes={() => {
          setAsking(false);
          onErase();
        }}
        onNo={() => setAsking(false)}
      />
    );
  }
  return (
    <div class="row">
      <button type="button" class="plain" onClick={onExport}>
        {i18n.t('log_export')}
      </button>
      <button type="button" class="plain" onClick={() => setAsking(true)}>
        {i18n.t('log_erase')}
      </button>
    </div>
  );
}
