import { SettingsNav } from '../../../components/settings/settings-nav.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { readVersion } from '../../../lib/browser/api/settings-page.ts';
import { formatCount } from '../../../lib/domain/i18n/format.ts';
import { PANES, type Pane } from '../../../lib/domain/troubleshooting/settings-link.ts';
import type { State } from '../state/state.ts';

/** The panes with the state of each. */
export function Nav({ state }: { state: State }) {
  const i18n = useI18n();
  const alertSettings = state.alertSettings.value;
  const titles: Readonly<Record<Pane, string>> = {
    accounts: i18n.t('accounts'),
    alerts: i18n.t('alerts'),
    display: i18n.t('pane_display'),
    monitoring: i18n.t('pane_monitoring'),
    security: i18n.t('pane_security'),
    backup: i18n.t('pane_backup'),
  };
  const states: Readonly<Partial<Record<Pane, string>>> = {
    accounts: formatCount(state.portfolio.value.accounts.length, i18n),
    ...('value' in alertSettings && { alerts: i18n.t(alertSettings.value.on ? 'state_on' : 'state_off') }),
    security: i18n.t(`state_${state.lock.value.mode}`),
  };
  return (
    <SettingsNav
      items={PANES.map((pane) => ({ pane, title: titles[pane], state: states[pane] ?? '' }))}
      current={state.navigation.visit.value.place.pane}
      version={readVersion()}
      onChoose={(pane) => state.navigation.goTo({ pane, account: null })}
    />
  );
}
