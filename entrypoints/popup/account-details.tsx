import './account-details.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { CardDetails } from '../../components/account-details/card-details.tsx';
import { AccountFacts } from '../../components/dashboard/account-facts.tsx';
import { DataAge } from '../../components/dashboard/data-age.tsx';
import { IssueList } from '../../components/dashboard/issue-list.tsx';
import { HistoryPanel } from '../../components/history/history-panel.tsx';
import { CardPicker } from '../../components/margin-card/card-picker.tsx';
import { Chip } from '../../components/ui/chip.tsx';
import { useI18n } from '../../components/ui/i18n.ts';
import { Icon } from '../../components/ui/icon.tsx';
import { requestHostPermission } from '../../lib/browser/api/host-permission.ts';
import type { Range } from '../../lib/domain/history/range.ts';
import { getAccountStatus } from '../../lib/domain/portfolio/account-status.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { productLabel } from '../../lib/domain/view/labels.ts';
import { listUnreadPositions } from '../../lib/domain/view/unread-positions.ts';
import { openSettings, requestRefresh } from './actions.ts';
import { buildDangerView, type DetailsItems } from './danger-view.tsx';
import type { State } from './state.ts';
import { exportHistory, useHistory } from './use-history.ts';
import type { ReadyViewModel } from './view-model.ts';
import { ViewToolbar } from './view-toolbar.tsx';

export { readDetailsItems } from './danger-view.tsx';

type Props = {
  readonly state: State;
  readonly view: ReadyViewModel;
  readonly stored: DetailsItems;
  /** The selected margin account. */
  readonly card: Card;
  onPick(card: Card): void;
  onBack(): void;
};

/** One account in full: its margin accounts with their history, and its last failure. */
export function AccountDetails({ state, view, stored, card, onPick, onBack }: Props) {
  const i18n = useI18n();
  const { portfolio, isSampleData, refresh, writeFailed, now } = view;
  const { account, margin, stale, shown } = card;
  const { settings } = portfolio;
  const [range, setRange] = useState<Range>('day');
  const history = useHistory(view, card, range);
  const heading = useFocusAndEscape(onBack);
  const isUnified = margin.product === 'UNIFIED';
  const onRefresh = () => requestRefresh(state);
  const cards = view.cards.filter((each) => each.account.id === account.id);
  return (
    <div class="details">
      <header>
        <button type="button" class="tool back" aria-label={i18n.t('back')} title={i18n.t('back')} onClick={onBack}>
          <Icon name="chevron" />
        </button>
        <div class="caption">
          <h1 ref={heading} tabIndex={-1}>
            {account.label}
          </h1>
          {isSampleData && <Chip name="sample" />}
          {account.demo && <Chip name="demo" />}
          {!!account.key.powers?.length && <Chip name="powers" tone="danger" />}
          <span class="kind">
            {isUnified ? i18n.t('card_unified') : `${margin.coin} · ${productLabel(margin.product, i18n)}`}
          </span>
          {!isSampleData && <DataAge oldest={card.at} waiting={false} isInterrupted={stale} now={now} />}
        </div>
        <ViewToolbar view={view} onRefresh={onRefresh} />
      </header>
      <main class={`${shown.level}${stale ? ' stale' : ''}`}>
        <div class="report" role="status" aria-atomic="false">
          <IssueList
            portfolio={{ ...portfolio, accounts: [account] }}
            cards={cards}
            unlocking={false}
            unanswered={refresh === 'unanswered'}
            writeFailed={writeFailed}
            now={now}
            onRetry={onRefresh}
            onSettings={(place) => void openSettings(place)}
            onAllow={requestHostPermission}
          />
        </div>
        <CardPicker cards={cards} chosen={card} onPick={onPick} />
        <CardDetails
          card={card}
          settings={settings}
          now={now}
          unread={listUnreadPositions(portfolio, card)}
          {...buildDangerView({ view, card, stored })}
        >
          <HistoryPanel
            history={history}
            range={range}
            coin={margin.coin}
            settings={settings}
            onRange={setRange}
            onExport={() => void exportHistory(view, card)}
          />
        </CardDetails>
        {!isSampleData && (
          <AccountFacts
            status={getAccountStatus(account, portfolio, now)}
            lastFailure={portfolio.readings.accounts[account.id]?.lastFailure}
            now={now}
          />
        )}
      </main>
    </div>
  );
}

/** Focuses the heading, and returns on Escape. A layout effect sets up both before the next key press. */
function useFocusAndEscape(onBack: () => void) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    heading.current?.focus();
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // The browser would close the whole popup.
      event.preventDefault();
      onBack();
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, []);
  return heading;
}
