import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { useI18n } from './i18n.ts';

type Props = {
  readonly question: string;
  readonly yes: string;
  readonly no?: string;
  readonly busy?: boolean;
  onYes(): void;
  onNo(): void;
};

/** Asks for confirmation of an action that cannot be undone, in place of its button. */
export function Confirm({ question, yes, no, busy = false, onYes, onNo }: Props) {
  const i18n = useI18n();
  const id = useId();
  const cancelButton = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => cancelButton.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form fields, and this group has none.
    <div class="confirm" role="group" aria-labelledby={id} onKeyDown={({ key }) => key === 'Escape' && !busy && onNo()}>
      <p id={id}>{question}</p>
      <div class="row">
        <button
          type="button"
          class="plain grave"
          aria-disabled={busy || undefined}
          aria-describedby={id}
          onClick={() => !busy && onYes()}
        >
          {yes}
        </button>
        {!busy && (
          <button ref={cancelButton} type="button" class="plain" onClick={onNo}>
            {no ?? i18n.t('remove_no')}
          </button>
        )}
      </div>
    </div>
  );
}
