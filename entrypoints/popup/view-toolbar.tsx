import { ToolButton } from '../../components/dashboard/tool-button.tsx';
import { Toolbar } from '../../components/dashboard/toolbar.tsx';
import { useI18n } from '../../components/ui/i18n.ts';
import { openSettings } from './actions.ts';
import { alertControls, lockControls } from './lazy-modules.ts';
import { openInPanel, openInWindow } from './open-elsewhere.ts';
import { toggleAmounts } from './toggle-amounts.ts';
import type { ReadyViewModel } from './view-model.ts';

type Props = {
  readonly view: ReadyViewModel;
  /** The button that refreshes is not elsewhere. */
  readonly onRefresh?: () => void;
};

/** The buttons of the dashboard and of the details of a card. */
export function ViewToolbar({ view, onRefresh }: Props) {
  const { portfolio, now, isSampleData, lock } = view;
  const controls = lockControls.value;
  const alerts = alertControls.value;
  return (
    <Toolbar
      hidden={portfolio.settings.hideAmounts}
      onHide={() => void toggleAmounts()}
      isMuted={alerts?.areAlertsMuted(alerts.alerts, now) ?? false}
      // Sample accounts have no alerts.
      mutePanel={
        isSampleData
          ? null
          : (alerts && <alerts.MuteControls alerts={alerts.alerts} accounts={portfolio.accounts} now={now} />) || ''
      }
      onPanel={openInPanel}
      onWindow={openInWindow}
      onSettings={() => void openSettings()}
    >
      {controls && <controls.LockControl lock={lock} />}
      {onRefresh && <RefreshButton view={view} onRefresh={onRefresh} />}
    </Toolbar>
  );
}

/** Asks for new figures at once. */
export function RefreshButton({ view, onRefresh }: { view: ReadyViewModel; onRefresh(): void }) {
  const i18n = useI18n();
  return (
    <ToolButton icon="refresh" name={i18n.t('refresh')} isRefreshing={view.refresh === 'loading'} onClick={onRefresh} />
  );
}
