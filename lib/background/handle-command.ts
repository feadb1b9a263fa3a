import type { Command } from '../domain/command.ts';
import { order, remove, take } from './accounts/manage-accounts.ts';
import { report } from './accounts/report-outcome.ts';
import { recheck, save } from './accounts/save-account.ts';
import { eraseLog, snooze } from './alerts/snooze.ts';
import { poll, pollAfterCurrent } from './polling/poll.ts';
import { glance } from './polling/poll-for-view.ts';
import { change } from './protection/rekey.ts';
import { lockAfter, lockVault, unlock } from './protection/unlock.ts';

/** Does what a page asked for. */
export async function obey(command: Command): Promise<void> {
  switch (command.type) {
    case 'refresh':
      return await poll(true);
    case 'glance':
      return await glance();
    case 'save':
      return await report(command.request, save(command.draft));
    case 'check':
      return await report(command.request, recheck(command.account));
    case 'remove':
      await remove(command.account);
      return;
    case 'order':
      return await order(command.accounts);
    case 'snooze':
      return await snooze(command.account, command.until);
    case 'eraseLog':
      return await eraseLog();
    case 'import':
      await take(command.accounts);
      // A round that is under way began without the accounts of the file.
      return await pollAfterCurrent();
    case 'unlock':
      return await unlock(command.password);
    case 'lock':
      return await lockVault();
    case 'lockAfter':
      return await lockAfter(command.minutes);
    case 'rekey':
      return await change(command.request, command.wanted);
  }
}
