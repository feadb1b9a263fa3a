import { useState } from 'preact/hooks';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { Confirm } from '../ui/confirm.tsx';
import { useI18n } from '../ui/i18n.ts';
import { Notice } from '../ui/notice.tsx';

export type CorruptItemName = 'accounts' | 'settings' | 'readings' | 'alertSettings';

type Props = { readonly name: CorruptItemName; readonly state: 'future' | 'corrupt' | 'unavailable'; onReset(): void };

/** A stored value that cannot be used, with the button that resets it. */
export function CorruptItem({ name, state, onReset }: Props) {
  const i18n = useI18n();
  const [isConfirming, setConfirming] = useState(false);
  const itemName = i18n.t(NAMES[name]);
  if (state === 'future') {
    return <Notice tone="caution" title={i18n.t('store_future', itemName)} advice={i18n.t('store_future_advice')} />;
  }
  if (state === 'unavailable') {
    return (
      <Notice tone="danger" title={i18n.t('store_unavailable', itemName)} advice={i18n.t('store_unavailable_advice')} />
    );
  }
  const action = isConfirming ? undefined : { name: i18n.t('reset'), onClick: () => setConfirming(true) };
  return (
    <Notice
      tone="danger"
      title={i18n.t('store_corrupt', itemName)}
      advice={i18n.t(`store_corrupt_${name}`)}
      action={action}
    >
      {isConfirming && (
        <Confirm
          question={i18n.t('reset_ask')}
          yes={i18n.t('reset_yes')}
          onYes={onReset}
          onNo={() => setConfirming(false)}
        />
      )}
    </Notice>
  );
}

const NAMES: Record<CorruptItemName, MessageKey> = {
  accounts: 'store_accounts',
  settings: 'store_settings',
  readings: 'store_readings',
  alertSettings: 'store_alertSettings',
};
