import type { KeyInfo } from '../../lib/domain/account/key-info.ts';
import { formatList } from '../../lib/domain/i18n/list.ts';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';

/** The permissions and the IP addresses of a key, as far as Bitget reports them. */
export function KeyInfoLines({ facts: { powers, addresses } }: { facts: KeyInfo }) {
  const i18n = useI18n();
  const summary = powers === null ? 'key_unchecked' : powers.length === 0 ? 'key_reads' : 'key_writes';
  const permissionNames = powers?.map((power) => i18n.t(`power_${power}`)) ?? [];
  const noAddresses = addresses === null ? 'key_addresses_unread' : 'key_unbound';
  return (
    <>
      {permissionNames.length > 0 && (
        <div class="standing danger">
          <Icon name="alert" />
          <p>
            <strong>{i18n.t('key_can', formatList(permissionNames, i18n))}</strong> {i18n.t('key_can_advice')}
          </p>
        </div>
      )}
      <p class="quiet">
        {i18n.t(summary)} · {addresses?.length ? i18n.t('key_bound', formatList(addresses, i18n)) : i18n.t(noAddresses)}
      </p>
    </>
  );
}
