import { useId } from 'preact/hooks';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly isInvalid: boolean;
  /** The ids of the elements that describe the field. */
  readonly describedBy: string;
  onInput(value: string): void;
};

/** A number field of a form. The value is text, so that invalid input is never lost. */
export function NumberField({ label, value, isInvalid, describedBy, onInput }: Props) {
  const id = useId();
  return (
    <div class="field number">
      <label for={id}>{label}</label>
      <input
        id={id}
        inputMode="decimal"
        autocomplete="off"
        value={value}
        aria-invalid={isInvalid || undefined}
        aria-describedby={isInvalid ? describedBy : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
