import { defineBackground } from 'wxt/utils/define-background';
import { deleteOrphans } from '../lib/background/accounts/delete-orphans.ts';
import { endSampleData } from '../lib/background/accounts/end-sample-data.ts';
import { deliverStoredAlerts } from '../lib/background/alerts/deliver-alerts.ts';
import { handleNotificationClick } from '../lib/background/alerts/handle-notification-click.ts';
import { handleCommand } from '../lib/background/handle-command.ts';
import { poll } from '../lib/background/polling/poll.ts';
import { readFundingOfNotified } from '../lib/background/polling/read-funding.ts';
import { handleMenuItem, installContextMenu } from '../lib/background/toolbar/context-menu.ts';
import { hideOnStart, toggleAmounts } from '../lib/background/toolbar/hide-amounts.ts';
import { renderToolbar, schedulePolling, watchToolbar } from '../lib/background/toolbar/render-toolbar.ts';
import { syncLockStateOnWake } from '../lib/background/vault/open-vault.ts';
import { onAlarm } from '../lib/browser/api/alarms.ts';
import { onMenuClick } from '../lib/browser/api/context-menu.ts';
import {
  onBrowserStart,
  onFirstInstall,
  onHostPermissionGranted,
  onInstall,
  onUserActivity,
} from '../lib/browser/api/lifecycle.ts';
import { onNetworkChange } from '../lib/browser/api/network.ts';
import { onNotificationClick } from '../lib/browser/api/notifications.ts';
import { onCommand } from '../lib/browser/api/receive-commands.ts';
import { openOptions } from '../lib/browser/api/settings-page.ts';
import { onShortcut } from '../lib/browser/api/shortcuts.ts';
import * as alerts from '../lib/browser/storage/alert-items.ts';
import * as items from '../lib/browser/storage/items.ts';
import { ignoreUnusableStorage, watch } from '../lib/browser/storage/store.ts';

/** Connects each browser event to one function. Every listener is registered before the first `await`. */
export default defineBackground(() => {
  const renderAndPoll = () => Promise.all([schedulePolling(), poll('alarm')]).finally(renderToolbar);
  onFirstInstall(() => openOptions());
  onInstall(installContextMenu);
  onBrowserStart(() => Promise.all([hideOnStart(), renderAndPoll()]));
  onAlarm(() => renderAndPoll().then(readFundingOfNotified));
  onHostPermissionGranted(renderAndPoll);
  onNetworkChange(() => poll('network'));
  onUserActivity(schedulePolling);
  onNotificationClick(handleNotificationClick);
  onMenuClick(handleMenuItem);
  onShortcut('toggle-amounts', toggleAmounts);
  onShortcut('refresh', () => poll('manual'));
  onCommand(async (command) => {
    await schedulePolling();
    await handleCommand(command).catch(ignoreUnusableStorage);
  });
  watchToolbar();
  watch(alerts.snooze, deliverStoredAlerts);
  watch(alerts.alertSettings, deliverStoredAlerts);
  watch(items.accounts, () => Promise.all([deleteOrphans(), endSampleData()]));
  watch(items.settings, schedulePolling);
  void Promise.all([schedulePolling(), deleteOrphans(), syncLockStateOnWake(), renderToolbar()]);
});
