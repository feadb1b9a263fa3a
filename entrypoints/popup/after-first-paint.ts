import { closePopoverOnEscape } from '../../components/dashboard/close-popover.ts';
import { onNetworkChange } from '../../lib/browser/api/network.ts';
import { sendCommand } from '../../lib/browser/api/send-command.ts';
import { DEFAULT_SETTINGS } from '../../lib/domain/settings/settings.ts';
import { VIEW } from './actions.ts';
import { followShownCard } from './follow-shown-card.ts';
import {
  alertControls,
  cardSections,
  equityHistory,
  lazyComponents,
  lockControls,
  otherAccounts,
  viewWindows,
} from './lazy-modules.ts';
import { startRefreshTimer } from './refresh-timer.ts';
import { startShortcuts } from './shortcuts.ts';
import type { State } from './state.ts';

/** Requests new figures, and loads the modules that the first frame did not need. */
export function startAfterFirstPaint(state: State): void {
  const { viewModel } = state;
  void sendCommand({ type: 'opened' });
  onNetworkChange(() => void sendCommand({ type: 'network' }));
  const readView = () => (viewModel.value.state === 'ready' ? viewModel.value : null);
  startRefreshTimer(
    () => (readView()?.portfolio.settings ?? DEFAULT_SETTINGS).viewPeriod,
    () => readView()?.cards.some(({ at }) => at > Date.now()) ?? false,
  );
  for (const part of [lazyComponents, otherAccounts, cardSections, lockControls, alertControls, viewWindows])
    void part.load();
  closePopoverOnEscape();
  startShortcuts(state);
  void followShownCard(state);
  void equityHistory.load().then(({ followEquity }) => followEquity(state));
  if (VIEW === 'window') void viewWindows.load().then(({ followBounds }) => followBounds());
}
