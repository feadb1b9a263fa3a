import { useState } from 'preact/hooks';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { Confirm } from '../ui/confirm.tsx';
import { useI18n } from '../ui/i18n.ts';
import { Notice } from '../ui/notice.tsx';

export type WreckName = 'accounts' | 'settings' | 'readings' | 'alerting';

type Props = { readonly name: WreckName; readonly state: 'newer' | 'broken' | 'closed'; onAfresh(): void };

/** A stored value that cannot be used, and the way out of it. */
export function Wreck({ name, state, onAfresh }: Props) {
  const words = useI18n();
  const [asking, setAsking] = useState(false);
  const what = words.text(NAMES[name]);
  if (state === 'newer') {
    return <Notice tone="caution" title={words.text('store_newer', what)} advice={words.text('store_newer_advice')} />;
  }
  if (state === 'closed') {
    return <Notice tone="danger" title={words.text('store_closed', what)} advice={words.text('store_closed_advice')} />;
  }
  const action = asking ? undefined : { name: words.text('afresh'), onClick: () => setAsking(true) };
  return (
    <Notice
      tone="danger"
      title={words.text('store_broken', what)}
      advice={words.text(`store_broken_${name}`)}
      action={action}
    >
      {asking && (
        <Confirm
          question={words.text('afresh_ask')}
          yes={words.text('afresh_yes')}
          onYes={onAfresh}
          onNo={() => setAsking(false)}
        />
      )}
    </Notice>
  );
}

const NAMES: Record<WreckName, MessageKey> = {
  accounts: 'store_accounts',
  settings: 'store_settings',
  readings: 'store_readings',
  alerting: 'store_alerting',
};
