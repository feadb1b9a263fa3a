import type { Concern } from '../../lib/domain/account/key-warning.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = { readonly concern: Concern; onKeep(): void; onDrop(): void };

/** Why a key that works should be thought about twice; nothing is saved before the user says so. */
export function ConcernBox({ concern: { powers, twin }, onKeep, onDrop }: Props) {
  const words = useI18n();
  return (
    <div class="notice danger concern" role="alert" onKeyDown={({ key }) => key === 'Escape' && onDrop()}>
      {powers.length > 0 && (
        <>
          <p>
            <strong>{words.text('concern_powers')}</strong>
          </p>
          <ul>
            {powers.map((power) => (
              <li key={power}>{words.text(`concern_${power}`)}</li>
            ))}
          </ul>
          <p>{words.text('concern_advice')}</p>
        </>
      )}
      {twin !== null && (
        <p>
          <strong>{words.text('concern_twin', twin)}</strong> {words.text('concern_twin_advice')}
        </p>
      )}
      <div class="row">
        <button type="button" class="plain grave" onClick={onKeep}>
          {words.text('save_anyway')}
        </button>
        <button type="button" class="plain" onClick={onDrop}>
          {words.text('keep_out')}
        </button>
      </div>
    </div>
  );
}
