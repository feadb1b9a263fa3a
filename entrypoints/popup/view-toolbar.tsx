import { Toolbar } from '../../components/dashboard/toolbar.tsx';
import { openSettings, toggleAmounts } from './actions.ts';
import { lockControls } from './lazy-modules.ts';
import { openInPanel, openInWindow } from './open-elsewhere.ts';
import type { ReadyViewModel } from './view-model.ts';

type Props = { readonly view: ReadyViewModel; onRefresh(): void };

/** The buttons of the dashboard and of the details of a card. */
export function ViewToolbar({ view, onRefresh }: Props) {
  const controls = lockControls.value;
  return (
    <Toolbar
      hidden={view.portfolio.settings.hideAmounts}
      isRefreshing={view.refresh === 'loading'}
      onRefresh={onRefresh}
      onHide={toggleAmounts}
      onPanel={openInPanel}
      onWindow={openInWindow}
      onSettings={() => void openSettings()}
    >
      {controls && <controls.LockControl lock={view.lock} />}
    </Toolbar>
  );
}
