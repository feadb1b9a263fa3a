import { clock } from '../../browser/api/clock.ts';
import { drawMenu, type MenuLine } from '../../browser/api/context-menu.ts';
import { language } from '../../browser/api/i18n.ts';
import { openOptions } from '../../browser/api/lifecycle.ts';
import { endOf, SPANS } from '../../domain/alert/snooze.ts';
import { snooze } from '../alerts/snooze.ts';
import { poll } from '../polling/poll.ts';
import { toggleAmounts } from './hide-amounts.ts';

const SNOOZE = 'snooze';

/** Puts the menu of the toolbar button in place. The browser keeps it until the extension is updated. */
export async function layMenu(): Promise<void> {
  const words = language();
  const lines: readonly MenuLine[] = [
    { id: 'refresh', title: words.text('refresh') },
    { id: 'hide', title: words.text('menu_hide') },
    { id: SNOOZE, title: words.text('silence') },
    ...SPANS.map((span) => ({ id: span, title: words.text(`span_${span}`), parent: SNOOZE })),
    { id: 'aloud', title: words.text('silence_end'), parent: SNOOZE },
    { id: 'settings', title: words.text('settings') },
  ];
  await drawMenu(lines);
}

/** Does what a line of the menu stands for. */
export async function choose(id: string): Promise<void> {
  const span = SPANS.find((each) => each === id);
  if (span) return await snooze(null, endOf(span, clock.now()));
  switch (id) {
    case 'refresh':
      return await poll(true);
    case 'hide':
      return await toggleAmounts();
    case 'aloud':
      return await snooze(null, 0);
    case 'settings':
      return await openOptions();
  }
}
