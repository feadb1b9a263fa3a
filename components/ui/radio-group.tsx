import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type Props<T extends string> = {
  readonly legend: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: T; readonly label: ComponentChildren }[];
  /** Undefined when none of the options is in force. */
  readonly chosen: T | undefined;
  onChoose(value: T): void;
};

/** A choice of a few options that takes effect immediately. */
export function RadioGroup<T extends string>({ legend, hint, options, chosen, onChoose }: Props<T>) {
  const id = useId();
  return (
    <fieldset class="choice" aria-describedby={hint && `${id}-hint`}>
      <legend>{legend}</legend>
      <div class="row">
        {options.map(({ value, label }) => (
          <label key={value}>
            <input type="radio" name={id} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}
