import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { describeRow, SettingRow } from './setting-row.tsx';

type Props = {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly checked: boolean;
  onChange(checked: boolean): void;
  /** Controls before the switch. */
  readonly children?: ComponentChildren;
};

/** A switch that takes effect immediately. */
export function SwitchRow({ label, hint, checked, onChange, children }: Props) {
  const id = useId();
  return (
    <SettingRow id={id} label={label} hint={hint}>
      {children}
      <input
        id={id}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox has its own state.
        role="switch"
        checked={checked}
        aria-describedby={describeRow(id, hint)}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
    </SettingRow>
  );
}
