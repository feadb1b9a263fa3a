import { defineBackground } from 'wxt/utils/define-background';
import { receive } from '../lib/browser/commands.ts';
import * as items from '../lib/browser/items.ts';
import { onBrowserStart, onFirstInstall, onGrant, openOptions } from '../lib/browser/lifecycle.ts';
import { lock } from '../lib/browser/lock.ts';
import { onAlarm } from '../lib/browser/schedule.ts';
import { onShortcut } from '../lib/browser/shortcuts.ts';
import { watch } from '../lib/browser/store.ts';
import { settle } from '../lib/monitor/access.ts';
import { hideOnStart, toggleAmounts } from '../lib/monitor/amounts.ts';
import { obey } from '../lib/monitor/command.ts';
import { poll } from '../lib/monitor/poll.ts';
import { endShowcase } from '../lib/monitor/showcase.ts';
import { sweep } from '../lib/monitor/sweep.ts';
import { render, schedule } from '../lib/monitor/toolbar.ts';

/** Wiring alone: each event of the browser starts one thing, and every listener is there before the first `await`. */
export default defineBackground(() => {
  const look = () => Promise.all([schedule(), poll(false)]).finally(render);
  onFirstInstall(openOptions);
  onBrowserStart(() => Promise.all([hideOnStart(), look()]));
  onAlarm(look);
  onGrant(look);
  onShortcut('toggle-amounts', toggleAmounts);
  receive(async (command) => {
    await schedule();
    await obey(command);
  });
  watch(items.readings, render);
  watch(items.flight, render);
  watch(lock, render);
  watch(items.showcase, render);
  watch(items.accounts, () => Promise.all([sweep(), endShowcase(), render()]));
  watch(items.loss, render);
  watch(items.settings, () => Promise.all([schedule(), render()]));
  void Promise.all([schedule(), sweep(), settle(), render()]);
});
