import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { openSettings, setSampleData } from './actions.ts';
import { Dashboard } from './dashboard.tsx';
import { accountDetails, alertControls, lazyComponents } from './lazy-modules.ts';
import type { State } from './state.ts';
import type { ReadyViewModel } from './view-model.ts';

/** The accounts, a welcome before the first one, or a recovery message if stored values are unusable. */
export function App({ state }: { state: State }) {
  const view = state.viewModel.value;
  const parts = lazyComponents.value;
  if (view.state === 'ready' && view.portfolio.accounts.length > 0) return <Accounts state={state} view={view} />;
  return (
    parts && (
      <parts.EmptyState
        state={view.state === 'ready' ? 'welcome' : view.state}
        onSettings={() => void openSettings()}
        onTrySampleData={() => setSampleData(true)}
      />
    )
  );
}

/** All accounts, or the details of an opened card. The dashboard stays mounted behind them to keep its state. */
function Accounts({ state, view }: { state: State; view: ReadyViewModel }) {
  const opened = state.openedCard;
  const opener = useRef<Element | null>(null);
  const openedBefore = useRef<string | null>(null);
  const details = accountDetails.value;
  const alerts = alertControls.value;
  const card = details && view.cards.find(({ key }) => key === opened.value);
  const open = ({ key }: Card) => {
    opener.current = document.activeElement;
    opened.value = key;
    void accountDetails.load();
  };
  // The button can take the focus only after the dashboard is visible again.
  useLayoutEffect(() => {
    if (opened.value === null && openedBefore.current !== null) focusOpener(opener.current, openedBefore.current);
    openedBefore.current = opened.value;
  }, [opened.value]);
  return (
    <>
      <div class="board" hidden={!!card}>
        <Dashboard state={state} view={view} onOpen={open} />
      </div>
      {details && card && (
        <details.AccountDetails
          state={state}
          view={view}
          stored={details.stored}
          card={card}
          onPick={({ key }) => {
            opened.value = key;
          }}
          onBack={() => {
            opened.value = null;
          }}
        />
      )}
      {alerts && !view.isSampleData && <alerts.AlertFooter alerts={alerts.alerts} view={view} />}
    </>
  );
}

/** Focuses the element that opened the details; if it is gone, the button of the card, or of the list's first row. */
function focusOpener(element: Element | null, key: string): void {
  const isInPlace = element instanceof HTMLElement && element.isConnected && element !== document.body;
  const target = isInPlace
    ? element
    : (document.querySelector<HTMLElement>(`[data-stop="${CSS.escape(key)}"]`) ??
      document.querySelector<HTMLElement>('[data-stop]'));
  target?.focus();
}
