import { useId } from 'preact/hooks';
import { NumberInput } from './number-input.tsx';
import { describeRow, SettingRow } from './setting-row.tsx';

type Props = {
  readonly label: string;
  readonly hint?: string;
  readonly unit: string;
  readonly value: string;
  readonly error: string | undefined;
  onInput(value: string): void;
  onCommit(): void;
};

/** A number that is saved when the user leaves the field. */
export function NumberRow({ label, hint, unit, value, error, onInput, onCommit }: Props) {
  const id = useId();
  return (
    <SettingRow id={id} label={label} hint={hint} error={error}>
      <NumberInput
        id={id}
        unit={unit}
        value={value}
        isInvalid={error !== undefined}
        describedBy={describeRow(id, hint, error)}
        onInput={onInput}
        onCommit={onCommit}
      />
    </SettingRow>
  );
}
