import { useRef } from 'preact/hooks';
import { useCheck } from './accounts/use-check.ts';
import { useRemoval } from './accounts/use-removal.ts';
import { FirstRun } from './first-run.tsx';
import { Panes } from './panes.tsx';
import { CorruptItems } from './settings/corrupt-items.tsx';
import { Nav } from './settings/nav.tsx';
import { PermissionNotice } from './settings/permission-notice.tsx';
import { useStartOver } from './settings/use-start-over.ts';
import type { State } from './state/state.ts';
import { Unlock } from './vault/unlock.tsx';

/** The options page: the onboarding before the first account, then the settings in six panes. */
export function App({ state }: { state: State }) {
  const accounts = state.accounts.value;
  const isFresh = 'value' in accounts && accounts.value.length === 0;
  const isFirstDay = useRef(false);
  isFirstDay.current ||= isFresh;
  // Their results outlive the change between the onboarding and the settings.
  const adding = useCheck(state.outcomes);
  const removal = useRemoval(state);
  const startingOver = useStartOver(state);
  const notices = (
    <>
      {!state.granted.value && <PermissionNotice />}
      <CorruptItems state={state} />
      <Unlock state={state} />
    </>
  );
  if (isFresh) {
    const isStartedOver = startingOver.state === 'done';
    return <FirstRun state={state} adding={adding} removal={removal} isStartedOver={isStartedOver} notices={notices} />;
  }
  return (
    <div class="settings">
      <Nav state={state} />
      <main>
        {notices}
        <Panes
          state={state}
          adding={adding}
          removal={removal}
          startingOver={startingOver}
          isFirstDay={isFirstDay.current}
        />
      </main>
    </div>
  );
}
