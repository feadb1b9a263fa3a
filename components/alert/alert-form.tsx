import { useId } from 'preact/hooks';
import { BOUNDS, type BoundName, TOLD_FROM } from '../../lib/domain/alert/alert-settings.ts';
import { type AlertDraft, type AlertFlaws, BOUND_NAMES } from '../../lib/domain/alert/alert-settings-draft.ts';
import { count } from '../../lib/domain/i18n/format.ts';
import type { Words } from '../../lib/domain/i18n/i18n.ts';
import { listed } from '../../lib/domain/i18n/list.ts';
import { levelLabel } from '../../lib/domain/view/labels.ts';
import { CheckField } from '../ui/check-field.tsx';
import { useI18n } from '../ui/i18n.ts';
import { NumberField } from '../ui/number-field.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { FieldError } from '../ui/text-field.tsx';
import { QuietField } from './quiet-hours-field.tsx';

type Props = {
  readonly draft: AlertDraft;
  readonly flaws: AlertFlaws;
  onEdit(draft: AlertDraft): void;
  onSubmit(): void;
};

/** From which level on, how often and at which hours to be told. */
export function AlertForm({ draft, flaws, onEdit, onSubmit }: Props) {
  const words = useI18n();
  const id = useId();
  const levels = TOLD_FROM.map((value) => ({ value, name: levelLabel(value, words) }));
  const isWrong = flaws.numbers.length > 0;
  return (
    <form
      class="watching"
      aria-label={words.text('alerts')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <SelectField
        label={words.text('alerts_from')}
        value={draft.from}
        options={levels}
        onChange={(from) => onEdit({ ...draft, from })}
      />
      <QuietField draft={draft} wrong={flaws.quiet} onEdit={onEdit} />
      <CheckField
        label={words.text('danger_passes')}
        hint={words.text('danger_passes_hint')}
        checked={draft.dangerPasses}
        onChange={(dangerPasses) => onEdit({ ...draft, dangerPasses })}
      />
      <details class="finer" open={isWrong || undefined}>
        <summary>{words.text('alerts_finer')}</summary>
        <div class="row">
          {BOUND_NAMES.map((name) => (
            <NumberField
              key={name}
              label={words.text(`alerts_${name}`)}
              unit={unitOf(name, words)}
              value={draft[name]}
              wrong={flaws.numbers.includes(name)}
              about={`${id}-error ${id}`}
              onInput={(value) => onEdit({ ...draft, [name]: value })}
            />
          ))}
        </div>
        <FieldError id={id} error={isWrong ? words.text('alerts_wrong', rangesOf(flaws.numbers, words)) : undefined} />
        <p class="hint" id={id}>
          {words.text('alerts_finer_hint')}
        </p>
      </details>
      <button type="submit" class="primary">
        {words.text('save')}
      </button>
    </form>
  );
}

function unitOf(name: BoundName, words: Words): string {
  return words.text(name === 'hysteresis' ? 'percent_unit' : 'alerts_minutes');
}

function rangesOf(names: readonly BoundName[], words: Words): string {
  const ranges = names.map((name) => {
    const [least, most] = BOUNDS[name];
    return `${words.text('range', count(least, words), count(most, words))} ${unitOf(name, words)}`;
  });
  return listed(ranges, words);
}
