type Props = {
  readonly id?: string;
  /** The accessible name, where no label names the field. */
  readonly name?: string;
  readonly unit: string;
  readonly value: string;
  readonly isInvalid: boolean;
  readonly describedBy: string | undefined;
  onInput(value: string): void;
  /** The user leaves the field or presses Enter. */
  onCommit(): void;
};

/** A number with its unit. The value is text, so that an invalid one is never lost. */
export function NumberInput({ id, name, unit, value, isInvalid, describedBy, onInput, onCommit }: Props) {
  return (
    <span class="amount">
      <input
        id={id}
        inputMode="decimal"
        autocomplete="off"
        value={value}
        aria-label={name}
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
        onBlur={onCommit}
        onKeyDown={({ key }) => key === 'Enter' && onCommit()}
      />
      <span aria-hidden="true">{unit}</span>
    </span>
  );
}
