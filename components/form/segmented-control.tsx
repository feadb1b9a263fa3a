import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type Props<T extends string> = {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly text: ComponentChildren }[];
  readonly chosen: T;
  onChoose(value: T): void;
};

/** A choice of a few options, side by side. */
export function SegmentedControl<T extends string>({ label, options, chosen, onChoose }: Props<T>) {
  const name = useId();
  return (
    <fieldset class="pills">
      <legend class="unseen">{label}</legend>
      {options.map(({ value, text }) => (
        <label key={value}>
          <input type="radio" class="unseen" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
