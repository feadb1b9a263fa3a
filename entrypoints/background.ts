import { defineBackground } from 'wxt/utils/define-background';
import { sweep } from '../lib/background/accounts/delete-orphans.ts';
import { endShowcase } from '../lib/background/accounts/end-sample-data.ts';
import { deliverStoredAlerts } from '../lib/background/alerts/deliver-alerts.ts';
import { obey } from '../lib/background/handle-command.ts';
import { poll } from '../lib/background/polling/poll.ts';
import { choose, layMenu } from '../lib/background/toolbar/context-menu.ts';
import { hideOnStart, toggleAmounts } from '../lib/background/toolbar/hide-amounts.ts';
import { render, schedule, watchToolbar } from '../lib/background/toolbar/render-toolbar.ts';
import { syncLockStateOnWake } from '../lib/background/vault/open-vault.ts';
import { onAlarm } from '../lib/browser/api/alarms.ts';
import { onMenu } from '../lib/browser/api/context-menu.ts';
import {
  onBrowserStart,
  onFirstInstall,
  onGrant,
  onInstall,
  openGlance,
  openOptions,
} from '../lib/browser/api/lifecycle.ts';
import { onNotificationClick } from '../lib/browser/api/notifications.ts';
import { receive } from '../lib/browser/api/receive-commands.ts';
import { onShortcut } from '../lib/browser/api/shortcuts.ts';
import * as alerts from '../lib/browser/storage/alert-items.ts';
import * as items from '../lib/browser/storage/items.ts';
import { watch } from '../lib/browser/storage/store.ts';

/** Wiring alone: each event of the browser starts one thing, and every listener is there before the first `await`. */
export default defineBackground(() => {
  const look = () => Promise.all([schedule(), poll(false)]).finally(render);
  onFirstInstall(openOptions);
  onInstall(layMenu);
  onBrowserStart(() => Promise.all([hideOnStart(), look()]));
  onAlarm(look);
  onGrant(look);
  onNotificationClick(openGlance);
  onMenu(choose);
  onShortcut('toggle-amounts', toggleAmounts);
  onShortcut('refresh', () => poll(true));
  receive(async (command) => {
    await schedule();
    await obey(command);
  });
  watchToolbar();
  watch(alerts.silence, deliverStoredAlerts);
  watch(alerts.alerting, deliverStoredAlerts);
  watch(items.accounts, () => Promise.all([sweep(), endShowcase()]));
  watch(items.settings, schedule);
  void Promise.all([schedule(), sweep(), syncLockStateOnWake(), render()]);
});
