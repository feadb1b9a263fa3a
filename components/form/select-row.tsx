import { useId } from 'preact/hooks';
import { describeRow, SettingRow } from './setting-row.tsx';

type Props<T extends string> = {
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  onChange(value: T): void;
};

/** A list of options that takes effect immediately. */
export function SelectRow<T extends string>({ label, hint, value, options, onChange }: Props<T>) {
  const id = useId();
  return (
    <SettingRow id={id} label={label} hint={hint}>
      <select
        id={id}
        value={value}
        aria-describedby={describeRow(id, hint)}
        onChange={({ currentTarget }) => {
          const chosen = options[currentTarget.selectedIndex];
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </SettingRow>
  );
}
