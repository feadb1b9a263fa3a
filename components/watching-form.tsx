import { useId } from 'preact/hooks';
import { count } from '../lib/domain/format.ts';
import { levelLabel } from '../lib/domain/label.ts';
import { LONGEST_PERIOD, SHORTEST_PERIOD } from '../lib/domain/settings.ts';
import { type Flaws, THRESHOLD_NAMES, type WatchDraft } from '../lib/domain/watch-draft.ts';
import { NumberField } from './number-field.tsx';
import { FieldError } from './text-field.tsx';
import { useWords } from './words.ts';

type Props = {
  readonly draft: WatchDraft;
  readonly flaws: Flaws;
  onEdit(draft: WatchDraft): void;
  onSubmit(): void;
};

/** How often to ask, and where the levels begin. */
export function WatchingForm({ draft, flaws, onEdit, onSubmit }: Props) {
  const words = useWords();
  const id = useId();
  const span = [count(SHORTEST_PERIOD, words), count(LONGEST_PERIOD, words)];
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form class="watching" aria-label={words.text('watching')} noValidate onSubmit={submit}>
      <div>
        <NumberField
          label={words.text('period')}
          unit={words.text('period_unit')}
          value={draft.period}
          wrong={flaws.period}
          about={`${id}-period-error ${id}-period`}
          onInput={(period) => onEdit({ ...draft, period })}
        />
        <FieldError id={`${id}-period`} error={flaws.period ? words.text('period_wrong', ...span) : undefined} />
        <p class="hint" id={`${id}-period`}>
          {words.text('period_hint', ...span)}
        </p>
      </div>
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
