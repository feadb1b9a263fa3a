import { useId } from 'preact/hooks';
import { count } from '../../lib/domain/i18n/format.ts';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { LONGEST_PERIOD, LONGEST_VIEW, SHORTEST_PERIOD, SHORTEST_VIEW } from '../../lib/domain/settings/settings.ts';
import { type Flaws, THRESHOLD_NAMES, type WatchDraft } from '../../lib/domain/settings/settings-draft.ts';
import { levelLabel } from '../../lib/domain/view/labels.ts';
import { useI18n } from '../ui/i18n.ts';
import { NumberField } from '../ui/number-field.tsx';
import { FieldError } from '../ui/text-field.tsx';

type Props = {
  readonly draft: WatchDraft;
  readonly flaws: Flaws;
  onEdit(draft: WatchDraft): void;
  onSubmit(): void;
};

/** How often to ask, at rest and while it is looked at, and where the levels begin. */
export function WatchingForm({ draft, flaws, onEdit, onSubmit }: Props) {
  const words = useI18n();
  const id = useId();
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form class="watching" aria-label={words.text('watching')} noValidate onSubmit={submit}>
      {PERIODS.map(({ name, label, hint, least, most }) => {
        const span = [count(least, words), count(most, words)];
        return (
          <div key={name}>
            <NumberField
              label={words.text(label)}
              unit={words.text('period_unit')}
              value={draft[name]}
              wrong={flaws[name]}
              about={`${id}-${name}-error ${id}-${name}`}
              onInput={(value) => onEdit({ ...draft, [name]: value })}
            />
            <FieldError id={`${id}-${name}`} error={flaws[name] ? words.text('period_wrong', ...span) : undefined} />
            <p class="hint" id={`${id}-${name}`}>
              {words.text(hint, ...span)}
            </p>
          </div>
        );
      })}
      <fieldset>
        <legend>{words.text('thresholds')}</legend>
        <div class="row">
          {THRESHOLD_NAMES.map((level) => (
            <NumberField
              key={level}
              tone={level}
              label={words.text('threshold_from', levelLabel(level, words))}
              unit={words.text('percent_unit')}
              value={draft[level]}
              wrong={flaws.thresholds}
              about={`${id}-levels-error ${id}-levels`}
              onInput={(value) => onEdit({ ...draft, [level]: value })}
            />
          ))}
        </div>
        <FieldError id={`${id}-levels`} error={flaws.thresholds ? words.text('thresholds_wrong') : undefined} />
        <p class="hint" id={`${id}-levels`}>
          {words.text('thresholds_hint')}
        </p>
      </fieldset>
      <button type="submit" class="primary">
        {words.text('save')}
      </button>
    </form>
  );
}

type Period = {
  readonly name: 'period' | 'viewPeriod';
  readonly label: MessageKey;
  readonly hint: MessageKey;
  readonly least: number;
  readonly most: number;
};

const PERIODS: readonly Period[] = [
  { name: 'period', label: 'period', hint: 'period_hint', least: SHORTEST_PERIOD, most: LONGEST_PERIOD },
  { name: 'viewPeriod', label: 'view_period', hint: 'view_period_hint', least: SHORTEST_VIEW, most: LONGEST_VIEW },
];
