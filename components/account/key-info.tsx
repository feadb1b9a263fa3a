import type { KeyFacts } from '../../lib/domain/account/key-info.ts';
import { listed } from '../../lib/domain/i18n/list.ts';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';

/** What a key may do and from where, as far as Bitget tells. */
export function KeyLines({ facts: { powers, addresses } }: { facts: KeyFacts }) {
  const words = useI18n();
  const said = powers === null ? 'key_unchecked' : powers.length === 0 ? 'key_reads' : 'key_writes';
  const powered = powers?.map((power) => words.text(`power_${power}`)) ?? [];
  const bound = addresses === null ? 'key_addresses_unread' : 'key_unbound';
  return (
    <>
      {powered.length > 0 && (
        <div class="standing danger">
          <Icon name="alert" />
          <p>
            <strong>{words.text('key_can', listed(powered, words))}</strong> {words.text('key_can_advice')}
          </p>
        </div>
      )}
      <p class="quiet">
        {words.text(said)} · {addresses?.length ? words.text('key_bound', listed(addresses, words)) : words.text(bound)}
      </p>
    </>
  );
}
