import { useSignal } from '@preact/signals';
import { sendCommand } from '../../../lib/browser/api/send-command.ts';
import { forgetTypedTexts } from '../../../lib/browser/page/session-drafts.ts';
import { REFRESH_TIMEOUT } from '../../../lib/domain/polling/refresh-state.ts';
import type { State } from '../state/state.ts';
import { when } from '../state/when.ts';

export type StartingOver = {
  readonly state: 'none' | 'busy' | 'done' | 'failed';
  start(): void;
};

/** Lets the background remove everything, and waits until the list of accounts is gone, which goes last. */
export function useStartOver({ accounts, navigation }: State): StartingOver {
  const state = useSignal<StartingOver['state']>('none');
  const start = async () => {
    state.value = 'busy';
    void sendCommand({ type: 'startOver' });
    const isGone = await when(() => accounts.value.state === 'absent' || undefined, REFRESH_TIMEOUT);
    state.value = isGone ? 'done' : 'failed';
    if (!isGone) return;
    forgetTypedTexts();
    // Where the settings begin with the next account.
    navigation.goTo({ pane: 'accounts', account: null });
    // The focused button is removed with the settings.
    document.querySelector<HTMLElement>('section:not([hidden]) h2')?.focus();
  };
  return { state: state.value, start: () => void start() };
}
