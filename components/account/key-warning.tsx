import type { KeyWarning } from '../../lib/domain/account/key-warning.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = { readonly warning: KeyWarning; onConfirm(): void; onDiscard(): void };

/** Warns about a valid key that can write or is in use twice. Nothing is saved before the user confirms. */
export function KeyWarningBox({ warning: { powers, twin }, onConfirm, onDiscard }: Props) {
  const i18n = useI18n();
  return (
    <div class="notice danger concern" role="alert" onKeyDown={({ key }) => key === 'Escape' && onDiscard()}>
      {powers.length > 0 && (
        <>
          <p>
            <strong>{i18n.t('key_warning_powers')}</strong>
          </p>
          <ul>
            {powers.map((power) => (
              <li key={power}>{i18n.t(`key_warning_${power}`)}</li>
            ))}
          </ul>
          <p>{i18n.t('key_warning_advice')}</p>
        </>
      )}
      {twin !== null && (
        <p>
          <strong>{i18n.t('key_warning_listed', twin)}</strong> {i18n.t('key_warning_listed_advice')}
        </p>
      )}
      <div class="row">
        <button type="button" class="plain grave" onClick={onConfirm}>
          {i18n.t('save_anyway')}
        </button>
        <button type="button" class="plain" onClick={onDiscard}>
          {i18n.t('keep_out')}
        </button>
      </div>
    </div>
  );
}
