import { useEffect, useMemo } from 'preact/hooks';
import { DangerCard } from '../../components/remedy/danger-card.tsx';
import { RemedyPanel } from '../../components/remedy/remedy-panel.tsx';
import { useI18n } from '../../components/ui/i18n.ts';
import { sendCommand } from '../../lib/browser/api/send-command.ts';
import {
  alertSettings,
  alertStates,
  inMemoryAlertStates,
  latestAlertStates,
} from '../../lib/browser/storage/alert-items.ts';
import { funding } from '../../lib/browser/storage/items.ts';
import { type ItemSignals, itemSignals, valueOr } from '../../lib/browser/storage/signals.ts';
import { findSeenAt } from '../../lib/domain/alert/acknowledgement.ts';
import { riskKey } from '../../lib/domain/alert/subjects.ts';
import { SECOND } from '../../lib/domain/core/time.ts';
import type { Position } from '../../lib/domain/margin/position.ts';
import { compareLevels, type Level } from '../../lib/domain/margin/risk.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { findRiskDriver } from '../../lib/domain/portfolio/risk-driver.ts';
import { buildDistanceTrend } from '../../lib/domain/view/distance-trend.ts';
import { openSettings } from './actions.ts';
import { useHistory } from './use-history.ts';
import type { ReadyViewModel } from './view-model.ts';

const ITEMS = { alertStates, inMemoryAlertStates, alertSettings, funding };

/** The stored values that only the details of a card show. */
export type DetailsItems = ItemSignals<typeof ITEMS>;

export async function readDetailsItems(): Promise<DetailsItems> {
  return await itemSignals(ITEMS);
}

type Props = { readonly view: ReadyViewModel; readonly card: Card; readonly stored: DetailsItems };

/** The parts of the details of a card that is not calm: the position in danger, and what would help. */
export function buildDangerView({ view, card, stored }: Props) {
  const driver = findRiskDriver(card);
  const { position } = driver;
  return {
    // The distance of a position that could not be read is no fact.
    dangerCard: isAtLeast(card.shown.level, 'warning') && isAtLeast(card.lastKnownLevel, 'warning') && position && (
      <DangerTop key={card.key} view={view} card={card} position={position} />
    ),
    remedy: isAtLeast(card.lastKnownLevel, 'caution') && (
      <Remedy key={card.key} view={view} card={card} stored={stored} />
    ),
  };
}

type TopProps = Omit<Props, 'stored'> & { readonly position: Position };

function DangerTop({ view, card, position }: TopProps) {
  const i18n = useI18n();
  const { portfolio, now } = view;
  const history = useHistory(view, card, 'day');
  const samples = 'samples' in history ? history.samples : [];
  const trend = useMemo(
    () => buildDistanceTrend(samples, now + portfolio.readings.clockOffset, i18n),
    // The line moves by a pixel in an hour, so it is built once for each reading of the history.
    [history],
  );
  return (
    <DangerCard
      card={card}
      now={now}
      position={position}
      trend={history.state === 'awaited' ? undefined : trend}
      settings={portfolio.settings}
    />
  );
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
    valueOr(latestAlertStates(stored.alertStates.value, stored.inMemoryAlertStates.value), alertStates.fallback),
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
      onSettings={() => void openSettings({ pane: 'monitoring', account: null })}
    />
  );
}

function isAtLeast(level: Level, least: Level): boolean {
  return compareLevels(level, least) >= 0;
}
