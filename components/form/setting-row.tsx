import type { ComponentChildren } from 'preact';
import { FieldErrorText } from './text-field.tsx';

type Props = {
  /** The id of the control. Its hint has the id `…-hint`, its error `…-error`. */
  readonly id: string;
  readonly label: string;
  /** A group of controls has a name, and no label. */
  readonly isGroup?: boolean;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly children: ComponentChildren;
};

/** A setting in one line: label and hint, then its control. An error is below. */
export function SettingRow({ id, label, isGroup = false, hint, error, children }: Props) {
  return (
    <div class="setting">
      <div class="words">
        {isGroup ? <span id={`${id}-label`}>{label}</span> : <label for={id}>{label}</label>}
        {hint && (
          <p class="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <div class="control">{children}</div>
      <FieldErrorText id={id} error={error} />
    </div>
  );
}

/** Returns the ids of the elements that describe the control of a row. */
export function describeRow(id: string, hint: ComponentChildren, error?: string): string | undefined {
  return [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ') || undefined;
}
