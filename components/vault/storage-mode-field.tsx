import { useId } from 'preact/hooks';
import { VAULT_MODES, type VaultMode } from '../../lib/domain/vault/lock.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = { readonly used: VaultMode; readonly chosen: VaultMode; onChoose(mode: VaultMode): void };

/** The storage modes for keys, each with an explanation. */
export function StorageModeField({ used, chosen, onChoose }: Props) {
  const i18n = useI18n();
  const id = useId();
  return (
    <fieldset class="modes">
      <legend class="unseen">{i18n.t('keep')}</legend>
      {VAULT_MODES.map((mode) => (
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
            {i18n.t(`keep_${mode}`)}
            {mode === used && <span class="chip">{i18n.t('keep_used')}</span>}
          </label>
          <p class="hint" id={`${id}-${mode}-text`}>
            {i18n.t(`keep_${mode}_text`)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
