import { useI18n } from '../ui/i18n.ts';

/** Locks the vault immediately. For the toolbar. */
export function LockButton({ onLock }: { onLock(): void }) {
  const i18n = useI18n();
  const name = i18n.t('lock_now');
  return (
    <button type="button" class="tool" aria-label={name} title={name} onClick={onLock}>
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M3.5 7.5h9v6h-9ZM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />
      </svg>
    </button>
  );
}
