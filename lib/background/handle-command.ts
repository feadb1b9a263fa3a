import type { Command } from '../domain/command.ts';
import { importAccounts, removeAccount, reorderAccounts } from './accounts/manage-accounts.ts';
import { monitorProduct } from './accounts/monitor-product.ts';
import { reportOutcome } from './accounts/report-outcome.ts';
import { recheckAccount, saveAccount } from './accounts/save-account.ts';
import { acknowledgeAlert } from './alerts/acknowledge-alert.ts';
import { clearAlertLog, snoozeAlerts } from './alerts/snooze.ts';
import { poll, pollAfterCurrent } from './polling/poll.ts';
import { pollForView } from './polling/poll-for-view.ts';
import { readFunding } from './polling/read-funding.ts';
import { changeProtection } from './protection/rekey.ts';
import { lockVault, setAutoLock, unlock } from './protection/unlock.ts';

export async function handleCommand(command: Command): Promise<void> {
  switch (command.type) {
    case 'refresh':
      return await poll('manual');
    case 'opened':
      return await poll('view');
    case 'network':
      return await poll('network');
    case 'monitor':
      return await monitorProduct(command.account, command.product, command.isMonitored);
    case 'viewOpen':
      return await pollForView();
    case 'save':
      return await reportOutcome(command.request, saveAccount(command.draft));
    case 'check':
      return await reportOutcome(command.request, recheckAccount(command.account));
    case 'remove':
      await removeAccount(command.account);
      return;
    case 'order':
      return await reorderAccounts(command.accounts);
    case 'snooze':
      return await snoozeAlerts(command.account, command.until);
    case 'acknowledge':
    case 'unacknowledge':
      return await acknowledgeAlert(command.key, command.type === 'acknowledge');
    case 'funding':
      return await readFunding(command.account);
    case 'eraseLog':
      return await clearAlertLog();
    case 'import':
      await importAccounts(command.accounts);
      // A round in progress began without the imported accounts.
      return await pollAfterCurrent();
    case 'unlock':
      return await unlock(command.password);
    case 'lock':
      return await lockVault();
    case 'lockAfter':
      return await setAutoLock(command.minutes);
    case 'rekey':
      return await changeProtection(command.request, command.wanted);
  }
}
