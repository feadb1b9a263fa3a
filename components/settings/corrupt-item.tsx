import { useState } from 'preact/hooks';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { Confirm } from '../ui/confirm.tsx';
import { useI18n } from '../ui/i18n.ts';
import { Notice } from '../ui/notice.tsx';

export type CorruptItemName = 'accounts' | 'settings' | 'readings' | 'alertSettings';

type Props = { readonly name: CorruptItemName; readonly state: 'newer' | 'broken' | 'closed'; onAfresh(): void };

/** A stored value that cannot be used, and the way out of it. */
export function CorruptItem({ name, state, onAfresh }: Props) {
  const words = useI18n();
  const [asking, setAsking] = useState(false);
  const what = words.t(NAMES[name]);
  if (state === 'newer') {
    return <Notice tone="caution" title={words.t('store_newer', what)} advice={words.t('store_newer_advice')} />;
  }
  if (state === 'closed') {
    return <Notice tone="danger" title={words.t('store_closed', what)} advice={words.t('store_closed_advice')} />;
  }
  const action = asking ? undefined : { name: words.t('afresh'), onClick: () => setAsking(true) };
  return (
    <Notice
      tone="danger"
      title={words.t('store_broken', what)}
      advice={words.t(`store_broken_${name}`)}
      action={action}
    >
      {asking && (
        <Confirm
          question={words.t('afresh_ask')}
          yes={words.t('afresh_yes')}
          onYes={onAfresh}
          onNo={() => setAsking(false)}
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
