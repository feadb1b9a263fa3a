import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { FieldErrorText } from './text-field.tsx';

type Props = {
  readonly name?: string;
  readonly label: string;
  readonly checked: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
  /** A switch takes effect immediately, a checkbox on submit. */
  readonly role?: 'switch';
  onChange(checked: boolean): void;
  /** The action that resolves the error. */
  readonly children?: ComponentChildren;
};

export function CheckField({ name, label, checked, hint, error, role, onChange, children }: Props) {
  const id = useId();
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div class="check">
      <input
        id={id}
        name={name}
        type="checkbox"
        role={role}
        checked={checked}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      <FieldErrorText id={id} error={error} />
      {children}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
