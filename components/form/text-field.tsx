import { useEffect, useId, useState } from 'preact/hooks';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';

export type TextFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Hides the typed text. */
  readonly secret?: boolean;
  /** Adds a button that shows the hidden text. */
  readonly revealable?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number;
  onInput(value: string): void;
};

/** A text field with its hint and its error below. The browser does not remember the typed text. */
export function TextField(props: TextFieldProps) {
  const {
    name,
    label,
    value,
    secret = false,
    revealable = false,
    hint,
    error,
    placeholder,
    maxLength,
    onInput,
  } = props;
  const id = useId();
  const [isShown, setShown] = useState(false);
  // The next secret is hidden again.
  useEffect(() => {
    if (value === '') setShown(false);
  }, [value]);
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  const attributes = {
    id,
    name,
    value,
    placeholder,
    ...(maxLength !== undefined && { maxLength }),
    autocomplete: 'off',
    spellcheck: false,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': describedBy || undefined,
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) => onInput(event.currentTarget.value),
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="typed">
        {secret && !isShown ? <input type="password" {...attributes} /> : <input type="text" {...attributes} />}
        {revealable && <RevealButton label={label} isShown={isShown} onToggle={() => setShown(!isShown)} />}
      </div>
      <FieldErrorText id={id} error={error} />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

type RevealButtonProps = { readonly label: string; readonly isShown: boolean; onToggle(): void };

/** Shows and hides the text of a field, so that a typing error in it can be seen. */
function RevealButton({ label, isShown, onToggle }: RevealButtonProps) {
  const i18n = useI18n();
  const name = i18n.t(isShown ? 'conceal' : 'reveal', label);
  return (
    <button type="button" class="reveal" aria-label={name} title={name} onClick={onToggle}>
      <Icon name={isShown ? 'hidden' : 'shown'} />
    </button>
  );
}

/** The error of a field, announced when it appears. */
export function FieldErrorText({ id, error }: { id: string; error: string | undefined }) {
  return error ? (
    <p class="error" id={`${id}-error`} role="alert">
      {error}
    </p>
  ) : null;
}
