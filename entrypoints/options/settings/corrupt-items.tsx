import { CorruptItem, type CorruptItemName } from '../../../components/settings/corrupt-item.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { Notice } from '../../../components/ui/notice.tsx';
import { alertSettings } from '../../../lib/browser/storage/alert-items.ts';
import { isWiped } from '../../../lib/browser/storage/is-wiped.ts';
import { accounts, readings, settings } from '../../../lib/browser/storage/items.ts';
import { resetItem } from '../../../lib/browser/storage/reset-item.ts';
import type { State } from '../state/state.ts';

const RECOVERY_ACTIONS: Readonly<Record<CorruptItemName, () => Promise<void>>> = {
  accounts: () => resetItem(accounts),
  settings: () => resetItem(settings),
  readings: () => resetItem(readings),
  alertSettings: () => resetItem(alertSettings),
};
const NAMES = Object.keys(RECOVERY_ACTIONS) as CorruptItemName[];

/** The unusable or wiped stored values, each with its recovery action. */
export function CorruptItems({ state }: { state: State }) {
  const i18n = useI18n();
  return (
    <>
      {isWiped(state.accounts.value, state.wipedAt.value) && (
        <Notice
          tone="danger"
          title={i18n.t('empty_wiped')}
          advice={i18n.t('wiped_advice')}
          action={{ name: i18n.t('understood'), onClick: () => void RECOVERY_ACTIONS.accounts() }}
        />
      )}
      {NAMES.map((name) => {
        const loaded = state[name].value;
        if ('value' in loaded) return null;
        return (
          <CorruptItem key={name} name={name} state={loaded.state} onReset={() => void RECOVERY_ACTIONS[name]()} />
        );
      })}
    </>
  );
}
