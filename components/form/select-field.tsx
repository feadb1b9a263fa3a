import { useId } from 'preact/hooks';
import { SelectInput } from './select-input.tsx';

type Props<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  onChange(value: T): void;
};

/** A list of options in a form, below its label. */
export function SelectField<T extends string>({ label, ...list }: Props<T>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <SelectInput id={id} {...list} />
    </div>
  );
}
