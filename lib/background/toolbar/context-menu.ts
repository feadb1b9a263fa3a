import { clock } from '../../browser/api/clock.ts';
import { type MenuItem, setContextMenu } from '../../browser/api/context-menu.ts';
import { createI18n } from '../../browser/api/i18n.ts';
import { openOptions } from '../../browser/api/lifecycle.ts';
import { SNOOZE_DURATIONS, snoozeEnd } from '../../domain/alert/snooze.ts';
import { snoozeAlerts } from '../alerts/snooze.ts';
import { poll } from '../polling/poll.ts';
import { toggleAmounts } from './hide-amounts.ts';

const SNOOZE = 'snooze';

/** Puts the menu of the toolbar button in place. The browser keeps it until the extension is updated. */
export async function installContextMenu(): Promise<void> {
  const words = createI18n();
  const lines: readonly MenuItem[] = [
    { id: 'refresh', title: words.t('refresh') },
    { id: 'hide', title: words.t('menu_hide') },
    { id: SNOOZE, title: words.t('silence') },
    ...SNOOZE_DURATIONS.map((span) => ({ id: span, title: words.t(`span_${span}`), parent: SNOOZE })),
    { id: 'aloud', title: words.t('silence_end'), parent: SNOOZE },
    { id: 'settings', title: words.t('settings') },
  ];
  await setContextMenu(lines);
}

/** Does what a line of the menu stands for. */
export async function handleMenuItem(id: string): Promise<void> {
  const span = SNOOZE_DURATIONS.find((each) => each === id);
  if (span) return await snoozeAlerts(null, snoozeEnd(span, clock.now()));
  switch (id) {
    case 'refresh':
      return await poll(true);
    case 'hide':
      return await toggleAmounts();
    case 'aloud':
      return await snoozeAlerts(null, 0);
    case 'settings':
      return await openOptions();
  }
}
