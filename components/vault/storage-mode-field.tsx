import { useId } from 'preact/hooks';
import { MODES, type Mode } from '../../lib/domain/vault/lock.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = { readonly used: Mode; readonly chosen: Mode; onChoose(mode: Mode): void };

/** The ways in which keys can be kept, each in plain words. */
export function ModeChoice({ used, chosen, onChoose }: Props) {
  const words = useI18n();
  const id = useId();
  return (
    <fieldset class="modes">
      <legend class="unseen">{words.text('keep')}</legend>
      {MODES.map((mode) => (
        <div key={mode} class="mode">
          <input
            id={`${id}-${mode}`}
            type="radio"
            name={id}
            checked={mode === chosen}
            aria-describedby={`${id}-${mode}-text`}
            onChange={() => onChoose(mode)}
          />
          <label for={`${id}-${mode}`}>
            {words.text(`keep_${mode}`)}
            {mode === used && <span class="chip">{words.text('keep_used')}</span>}
          </label>
          <p class="hint" id={`${id}-${mode}-text`}>
            {words.text(`keep_${mode}_text`)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
