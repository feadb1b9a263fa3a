import { Wreck, type WreckName } from '../../../components/settings/corrupt-item.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { Notice } from '../../../components/ui/notice.tsx';
import { alerting } from '../../../lib/browser/storage/alert-items.ts';
import { isWiped } from '../../../lib/browser/storage/is-wiped.ts';
import { accounts, readings, settings } from '../../../lib/browser/storage/items.ts';
import { startAfresh } from '../../../lib/browser/storage/reset-item.ts';
import type { State } from '../state/state.ts';

const WAYS_OUT: Readonly<Record<WreckName, () => Promise<void>>> = {
  accounts: () => startAfresh(accounts),
  settings: () => startAfresh(settings),
  readings: () => startAfresh(readings),
  alerting: () => startAfresh(alerting),
};
const NAMES = Object.keys(WAYS_OUT) as WreckName[];

/** The stored values that cannot be used or were wiped, each with its way out; nothing when all is well. */
export function Wrecks({ state }: { state: State }) {
  const words = useI18n();
  return (
    <>
      {isWiped(state.accounts.value, state.loss.value) && (
        <Notice
          tone="danger"
          title={words.text('alone_wiped')}
          advice={words.text('wiped_advice')}
          action={{ name: words.text('understood'), onClick: () => void WAYS_OUT.accounts() }}
        />
      )}
      {NAMES.map((name) => {
        const loaded = state[name].value;
        if ('value' in loaded) return null;
        return <Wreck key={name} name={name} state={loaded.state} onAfresh={() => void WAYS_OUT[name]()} />;
      })}
    </>
  );
}
