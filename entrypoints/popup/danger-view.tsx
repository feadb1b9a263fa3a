import { useEffect } from 'preact/hooks';
import { DangerCard } from '../../components/remedy/danger-card.tsx';
import { RemedyPanel } from '../../components/remedy/remedy-panel.tsx';
import { sendCommand } from '../../lib/browser/api/send-command.ts';
import { alertSettings, alertStates } from '../../lib/browser/storage/alert-items.ts';
import { funding } from '../../lib/browser/storage/items.ts';
import { type ItemSignals, itemSignals, valueOr } from '../../lib/browser/storage/signals.ts';
import { findSeenAt } from '../../lib/domain/alert/acknowledgement.ts';
import { riskKey } from '../../lib/domain/alert/subjects.ts';
import { SECOND } from '../../lib/domain/core/time.ts';
import { compareLevels, type Level } from '../../lib/domain/margin/risk.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { findRiskDriver } from '../../lib/domain/portfolio/risk-driver.ts';
import { openSettings } from './actions.ts';
import type { ReadyViewModel } from './view-model.ts';

const ITEMS = { alertStates, alertSettings, funding };

/** The stored values that only the details of a card show. */
export type DetailsItems = ItemSignals<typeof ITEMS>;

export async function readDetailsItems(): Promise<DetailsItems> {
  return await itemSignals(ITEMS);
}

type Props = { readonly view: ReadyViewModel; readonly card: Card; readonly stored: DetailsItems };

/** The parts of the details of a card that is not calm: the position in danger, and what would help. */
export function buildDangerView({ view, card, stored }: Props) {
  const { settings } = view.portfolio;
  const driver = findRiskDriver(card);
  const { position } = driver;
  return {
    dangerCard: isAtLeast(card.level, 'warning') && position && (
      <DangerCard card={card} position={position} settings={settings} />
    ),
    remedy: isAtLeast(card.lastKnownLevel, 'caution') && (
      <Remedy key={card.key} view={view} card={card} stored={stored} />
    ),
  };
}

function Remedy({ view, card, stored }: Props) {
  const { portfolio, isSampleData, now } = view;
  const { settings } = portfolio;
  const { id, revision } = card.account;
  const known = valueOr(stored.funding.value, {})[id];
  const isAsking = settings.readsFunding && !isSampleData && isAtLeast(card.lastKnownLevel, 'warning');
  const periodNow = Math.floor(now / (settings.period * SECOND));
  useEffect(() => {
    if (isAsking && document.visibilityState === 'visible') void sendCommand({ type: 'funding', account: id });
  }, [isAsking, id, periodNow]);
  const seenAt = findSeenAt(
    valueOr(stored.alertStates.value, alertStates.fallback),
    valueOr(stored.alertSettings.value, alertSettings.fallback),
    card,
  );
  return (
    <RemedyPanel
      card={card}
      driver={findRiskDriver(card)}
      settings={settings}
      funding={known?.revision === revision ? known : undefined}
      seenAt={isSampleData ? undefined : seenAt}
      now={now}
      onSeen={(isSeen) => void sendCommand({ type: isSeen ? 'acknowledge' : 'unacknowledge', key: riskKey(card) })}
      onSettings={() => void openSettings()}
    />
  );
}

function isAtLeast(level: Level, least: Level): boolean {
  return compareLevels(level, least) >= 0;
}
