import { useId } from 'preact/hooks';
import type { ThresholdName } from '../../lib/domain/settings/settings-draft.ts';
import { LevelIcon } from './level-icon.tsx';

type Props = {
  readonly label: string;
  readonly unit: string;
  readonly value: string;
  readonly isInvalid: boolean;
  /** The ids of the elements that describe the field. */
  readonly describedBy: string;
  readonly tone?: ThresholdName;
  onInput(value: string): void;
};

/** A number field. The value is text, so that invalid input is never lost. */
export function NumberField({ label, unit, value, isInvalid, describedBy, tone, onInput }: Props) {
  const id = useId();
  return (
    <div class={`number ${tone ?? ''}`}>
      <label for={id}>
        {tone && <LevelIcon level={tone} />}
        {label}
      </label>
      <span>
        <input
          id={id}
          inputMode="decimal"
          autocomplete="off"
          value={value}
          aria-invalid={isInvalid || undefined}
          aria-describedby={describedBy}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
        <span aria-hidden="true">{unit}</span>
      </span>
    </div>
  );
}
