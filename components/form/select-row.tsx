import { useId } from 'preact/hooks';
import { SelectInput } from './select-input.tsx';
import { describeRow, SettingRow } from './setting-row.tsx';

type Props<T extends string> = {
  readonly label: string;
  readonly hint?: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  onChange(value: T): void;
};

/** A list of options that takes effect immediately. */
export function SelectRow<T extends string>({ label, hint, ...list }: Props<T>) {
  const id = useId();
  return (
    <SettingRow id={id} label={label} hint={hint}>
      <SelectInput id={id} describedBy={describeRow(id, hint)} {...list} />
    </SettingRow>
  );
}
