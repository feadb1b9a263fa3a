import { CardList } from '../../components/account-list/card-list.tsx';
import { DataAge } from '../../components/dashboard/data-age.tsx';
import { TotalsHeader } from '../../components/dashboard/totals.tsx';
import { requestHostPermission } from '../../lib/browser/api/host-permission.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { collectIssues, isUnread } from '../../lib/domain/portfolio/issues.ts';
import { computeTotals } from '../../lib/domain/portfolio/totals.ts';
import { monitorProduct, openSettings, requestRefresh, setListOrder, setSampleData, unfoldAccount } from './actions.ts';
import { cardSections, FIRST_FRAME_HEIGHT, lazyComponents, lockControls, otherAccounts } from './lazy-modules.ts';
import type { State } from './state.ts';
import { isLocked, type ReadyViewModel } from './view-model.ts';
import { RefreshButton, ViewToolbar } from './view-toolbar.tsx';

type Props = {
  readonly state: State;
  readonly view: ReadyViewModel;
  onOpen(card: Card): void;
};

/** All accounts: the total, its age, the issues, and a card for each margin account. */
export function Dashboard({ state, view, onOpen }: Props) {
  const { portfolio, cards, isSampleData, refresh, writeFailed, lock, unfoldedAccounts, now } = view;
  const parts = lazyComponents.value;
  const waiting = isUnread(portfolio, 'empty');
  const totals = computeTotals(cards, waiting || isUnread(portfolio, 'failed'));
  const { hideAmounts: hidden, alsoIn } = portfolio.settings;
  const isPainted = state.isPainted.value;
  const onRefresh = () => requestRefresh(state);
  const isInterrupted =
    refresh === 'unanswered' || collectIssues(portfolio).length > 0 || cards.some(({ stale }) => stale);
  const day = state.equityDay.value;
  return (
    <>
      <header>
        <TotalsHeader
          totals={totals}
          hidden={hidden}
          stale={cards.length > 0 && cards.every(({ stale }) => stale)}
          waiting={waiting && cards.length === 0}
          isSampleData={isSampleData}
          line={day && parts && <parts.EquityLine {...day} hidden={hidden} now={now} />}
          change={day && parts && <parts.DayChange {...day} hidden={hidden} now={now} />}
          converted={
            alsoIn && parts && <parts.ConvertedTotal total={totals.usdt} coin={alsoIn} cards={cards} hidden={hidden} />
          }
        >
          {!isSampleData && (
            <DataAge oldest={totals.oldest} waiting={waiting} isInterrupted={isInterrupted} now={now} />
          )}
          <RefreshButton view={view} onRefresh={onRefresh} />
        </TotalsHeader>
        <ViewToolbar view={view} />
      </header>
      {isSampleData && parts && (
        <parts.SampleDataBar onConnect={() => void openSettings()} onRemove={() => setSampleData(false)} />
      )}
      <main>
        {lockControls.value && <lockControls.value.UnlockPanel lock={lock} now={now} />}
        {/* Always in the page, because a screen reader announces only later changes of its content. */}
        <div class="report" role="status" aria-atomic="false">
          {parts && (
            <parts.IssueList
              portfolio={portfolio}
              cards={cards}
              unlocking={isLocked(lock)}
              unanswered={refresh === 'unanswered'}
              writeFailed={writeFailed}
              now={now}
              onRetry={onRefresh}
              onSettings={(place) => void openSettings(place)}
              onAllow={requestHostPermission}
            />
          )}
          {parts && (
            <parts.RetiredNotices
              portfolio={portfolio}
              onMonitor={monitorProduct}
              onSettings={(account) => void openSettings({ pane: 'accounts', account })}
            />
          )}
        </div>
        <CardList
          portfolio={portfolio}
          cards={cards}
          now={now}
          maxHeight={isPainted ? Number.POSITIVE_INFINITY : FIRST_FRAME_HEIGHT}
          unfoldedAccounts={unfoldedAccounts}
          Skeleton={parts?.SkeletonCard}
          Others={otherAccounts.value?.OtherAccounts}
          Sections={cardSections.value?.CardSections}
          onUnfold={unfoldAccount}
          onOrder={setListOrder}
          onOpen={onOpen}
        />
      </main>
    </>
  );
}
