import { useEffect, useRef } from 'preact/hooks';
import { SECOND } from '../../lib/domain/core/time.ts';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';

type Props = {
  readonly note: { readonly state: 'none' | 'saved' | 'failed' | 'undone' | 'changed' };
  onUndo(): void;
  onDismiss(): void;
};

/** How long a change can be undone. */
const UNDO_TIME = 10 * SECOND;

/** The result of the last save, with the button that undoes it. */
export function SaveNoteLine({ note, onUndo, onDismiss }: Props) {
  const i18n = useI18n();
  const line = useRef<HTMLDivElement>(null);
  const lastFocused = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (note.state === 'none' || note.state === 'failed') return undefined;
    // The focused button must not disappear.
    const dismiss = () => {
      if (!line.current?.contains(document.activeElement)) onDismiss();
    };
    const timer = setInterval(dismiss, UNDO_TIME);
    return () => clearInterval(timer);
  }, [note]);
  const undo = () => {
    const target = lastFocused.current;
    onUndo();
    if (target?.isConnected) target.focus();
    else line.current?.closest('section')?.querySelector('h2')?.focus();
  };
  return (
    <div ref={line} class="saving">
      <div role="status" class="good">
        {note.state === 'saved' && (
          <>
            <Icon name="tick" />
            {i18n.t('saved')}
            <span aria-hidden="true">·</span>
            <button
              type="button"
              class="link"
              onFocus={({ relatedTarget }) => {
                lastFocused.current = relatedTarget instanceof HTMLElement ? relatedTarget : null;
              }}
              onClick={undo}
            >
              {i18n.t('undo')}
            </button>
          </>
        )}
        {note.state === 'undone' && i18n.t('undone')}
        {note.state === 'changed' && i18n.t('undo_changed')}
      </div>
      <div role="alert" class="bad">
        {note.state === 'failed' && i18n.t('save_failed')}
      </div>
    </div>
  );
}
