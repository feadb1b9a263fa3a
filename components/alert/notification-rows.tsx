import type { ComponentChildren } from 'preact';
import { type AlertSettings, NOTIFY_FROM_LEVELS } from '../../lib/domain/alert/alert-settings.ts';
import { levelLabel } from '../../lib/domain/view/labels.ts';
import { ChoiceRow } from '../form/choice-row.tsx';
import { SwitchRow } from '../form/switch-row.tsx';
import { useI18n } from '../ui/i18n.ts';
import { LevelIcon } from '../ui/level-icon.tsx';

type Choice = Pick<AlertSettings, 'on' | 'from'>;
type Props = {
  readonly choice: Choice;
  /** The browser's permission, and the last alert. */
  readonly hint: ComponentChildren;
  onChange(change: Partial<Choice>): void;
  onTest(): void;
};

/** Switches notifications on, tests them, and sets the lowest level that causes one. */
export function NotificationRows({ choice, hint, onChange, onTest }: Props) {
  const i18n = useI18n();
  return (
    <>
      <SwitchRow label={i18n.t('alerts_switch')} hint={hint} checked={choice.on} onChange={(on) => onChange({ on })}>
        <button type="button" class="plain" onClick={onTest}>
          {i18n.t('alert_test')}
        </button>
      </SwitchRow>
      <ChoiceRow
        label={i18n.t('alerts_from')}
        options={NOTIFY_FROM_LEVELS.map((value) => ({
          value,
          name: (
            <>
              <LevelIcon level={value} /> {levelLabel(value, i18n)}
            </>
          ),
        }))}
        chosen={choice.from}
        onChoose={(from) => onChange({ from })}
      />
    </>
  );
}
