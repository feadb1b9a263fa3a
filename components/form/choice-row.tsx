import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { describeRow, SettingRow } from './setting-row.tsx';

type Props<T extends string> = {
  readonly label: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: T; readonly name: ComponentChildren }[];
  /** Undefined when none of the options is in force. */
  readonly chosen: T | undefined;
  onChoose(value: T): void;
};

/** A choice of a few options, side by side, that takes effect immediately. */
export function ChoiceRow<T extends string>({ label, hint, options, chosen, onChoose }: Props<T>) {
  const id = useId();
  return (
    <SettingRow id={id} isGroup label={label} hint={hint}>
      <div class="choice" role="radiogroup" aria-labelledby={`${id}-label`} aria-describedby={describeRow(id, hint)}>
        {options.map(({ value, name }) => (
          <label key={value}>
            <input type="radio" name={id} value={value} checked={value === chosen} onChange={() => onChoose(value)} />
            <span>{name}</span>
          </label>
        ))}
      </div>
    </SettingRow>
  );
}
