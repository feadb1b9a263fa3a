import { clock } from '../../browser/api/clock.ts';
import { type MenuItem, setContextMenu } from '../../browser/api/context-menu.ts';
import { createI18n } from '../../browser/api/i18n.ts';
import { openOptions } from '../../browser/api/settings-page.ts';
import { SNOOZE_DURATIONS, snoozeEnd } from '../../domain/alert/snooze.ts';
import { snoozeAlerts } from '../alerts/snooze.ts';
import { poll } from '../polling/poll.ts';
import { toggleAmounts } from './hide-amounts.ts';

const SNOOZE = 'snooze';

/** Installs the toolbar button's context menu. The browser keeps it until the extension updates. */
export async function installContextMenu(): Promise<void> {
  const i18n = createI18n();
  const lines: readonly MenuItem[] = [
    { id: 'refresh', title: i18n.t('refresh') },
    { id: 'hide', title: i18n.t('menu_hide') },
    { id: SNOOZE, title: i18n.t('mute') },
    ...SNOOZE_DURATIONS.map((span) => ({ id: span, title: i18n.t(`span_${span}`), parent: SNOOZE })),
    { id: 'unsnooze', title: i18n.t('unmute'), parent: SNOOZE },
    { id: 'settings', title: i18n.t('settings') },
  ];
  await setContextMenu(lines);
}

export async function handleMenuItem(id: string): Promise<void> {
  const span = SNOOZE_DURATIONS.find((each) => each === id);
  if (span) return await snoozeAlerts(null, snoozeEnd(span, clock.now()));
  switch (id) {
    case 'refresh':
      return await poll('manual');
    case 'hide':
      return await toggleAmounts();
    case 'unsnooze':
      return await snoozeAlerts(null, 0);
    case 'settings':
      return await openOptions();
  }
}
