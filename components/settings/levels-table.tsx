import { useId } from 'preact/hooks';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { type LevelDraft, THRESHOLD_NAMES, type ThresholdName } from '../../lib/domain/settings/settings-draft.ts';
import { levelLabel } from '../../lib/domain/view/labels.ts';
import { NumberInput } from '../form/number-input.tsx';
import { FieldErrorText } from '../form/text-field.tsx';
import { useI18n } from '../ui/i18n.ts';
import { LevelIcon } from '../ui/level-icon.tsx';

/** The thresholds of one measure, in percent. */
export type LevelRow = {
  readonly draft: LevelDraft;
  readonly invalid: readonly ThresholdName[];
  readonly error: string | undefined;
  onInput(typed: Partial<LevelDraft>): void;
  onCommit(): void;
};
type Props = { readonly distance: LevelRow; readonly ratio: LevelRow };

/** Where each level begins, by distance to liquidation and by margin ratio. */
export function LevelsTable({ distance, ratio }: Props) {
  const i18n = useI18n();
  const id = useId();
  return (
    <>
      <table class="levels">
        <thead>
          <tr>
            <td />
            {THRESHOLD_NAMES.map((level) => (
              <th key={level} scope="col" class={level}>
                <LevelIcon level={level} /> {levelLabel(level, i18n)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row id={`${id}-near`} row={distance} title="gauge_distance" hint="levels_near_hint" label="near_within" />
          <Row id={`${id}-ratio`} row={ratio} title="gauge_ratio" hint="levels_ratio_hint" label="threshold_from" />
        </tbody>
      </table>
      <FieldErrorText id={`${id}-near`} error={distance.error} />
      <FieldErrorText id={`${id}-ratio`} error={ratio.error} />
    </>
  );
}

type RowProps = {
  readonly id: string;
  readonly row: LevelRow;
  readonly title: MessageKey;
  readonly hint: MessageKey;
  /** The accessible name of each field. */
  readonly label: MessageKey;
};

function Row({ id, row, title, hint, label }: RowProps) {
  const i18n = useI18n();
  return (
    <tr>
      <th scope="row">
        {i18n.t(title)}
        <p class="hint" id={id}>
          {i18n.t(hint)}
        </p>
      </th>
      {THRESHOLD_NAMES.map((level) => (
        <td key={level} class={level}>
          <LevelIcon level={level} />
          <NumberInput
            name={i18n.t(label, levelLabel(level, i18n))}
            unit={i18n.t('percent_unit')}
            value={row.draft[level]}
            isInvalid={row.invalid.includes(level)}
            describedBy={row.error ? `${id}-error ${id}` : id}
            onInput={(value) => row.onInput({ [level]: value })}
            onCommit={row.onCommit}
          />
        </td>
      ))}
    </tr>
  );
}
