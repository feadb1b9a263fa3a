import { useId } from 'preact/hooks';

export type TextFieldProps = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Hides the typed text. */
  readonly secret?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly maxLength?: number;
  onInput(value: string): void;
};

/** A text field with its hint and its error below. The browser does not remember the typed text. */
export function TextField(props: TextFieldProps) {
  const { name, label, value, secret = false, hint, error, placeholder, maxLength, onInput } = props;
  const id = useId();
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
      {secret ? <input type="password" {...attributes} /> : <input type="text" {...attributes} />}
      <FieldErrorText id={id} error={error} />
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
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
