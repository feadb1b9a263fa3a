import { useI18n } from '../ui/i18n.ts';
import { useCopy } from '../ui/use-copy.ts';

/** The IP address that Bitget refused, to be added to the key. */
export function RefusedAddress({ address }: { address: string }) {
  const i18n = useI18n();
  const { status, copy } = useCopy();
  return (
    <div class="address">
      <p>
        {i18n.t('address_named')} <code>{address}</code>
      </p>
      <button type="button" class="plain" onClick={() => copy(address)}>
        {i18n.t('address_copy')}
      </button>
      <span class="hint" role="status">
        {status}
      </span>
    </div>
  );
}
