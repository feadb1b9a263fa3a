import './remedy.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FundingReading } from '../../lib/domain/polling/funding.ts';
import type { Card, Portfolio } from '../../lib/domain/portfolio/card.ts';
import { findCardRemedy, findNextGoal, REMEDY_GOALS } from '../../lib/domain/portfolio/card-remedy.ts';
import type { RiskDriver } from '../../lib/domain/portfolio/risk-driver.ts';
import { contractUrl } from '../../lib/domain/view/bitget-links.ts';
import { describeWays, explainObstacle, formatGoal } from '../../lib/domain/view/remedy-text.ts';
import { SegmentedControl } from '../form/segmented-control.tsx';
import { useI18n } from '../ui/i18n.ts';
import { Icon } from '../ui/icon.tsx';
import { useCopy } from '../ui/use-copy.ts';
import { FreeElsewhere } from './free-elsewhere.tsx';
import { SeenButton } from './seen-button.tsx';
import { WayToGoal } from './way-to-goal.tsx';

export type RemedyProps = {
  readonly card: Card;
  readonly driver: RiskDriver;
  readonly settings: Pick<Portfolio['settings'], 'near' | 'thresholds' | 'hideAmounts' | 'readsFunding'>;
  /** The funds that are free in the account's other wallet, if it was read. */
  readonly funding: FundingReading | undefined;
  /** When the user acknowledged the alert; null while it may repeat, undefined where there is none to acknowledge. */
  readonly seenAt: number | null | undefined;
  readonly now: number;
  onSeen(isSeen: boolean): void;
  onSettings(): void;
};

/** Ways to move a margin account away from liquidation: at caution folded, from warning on in full. */
export function RemedyPanel(props: RemedyProps) {
  const i18n = useI18n();
  const title = i18n.t('remedy');
  if (props.card.lastKnownLevel !== 'caution')
    return (
      <RemedySection title={title}>
        <RemedyContent {...props} />
      </RemedySection>
    );
  return (
    <details class="help folded">
      <summary>
        {title}
        <Icon name="chevron" />
      </summary>
      <RemedyContent {...props} />
    </details>
  );
}

function RemedySection({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="help" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function RemedyContent({ card, driver, settings, funding, seenAt, now, onSeen, onSettings }: RemedyProps) {
  const i18n = useI18n();
  const { status, copy } = useCopy(settings.hideAmounts);
  const { account, margin, stale } = card;
  const { measure, position } = driver;
  const goals: readonly number[] = REMEDY_GOALS[measure];
  const usual = findNextGoal(card, settings, measure) ?? goals.at(-1) ?? 0;
  const [chosen, setChosen] = useState<number | null>(null);
  const goal = chosen !== null && goals.includes(chosen) ? chosen : usual;
  const remedy = findCardRemedy(card, driver, goal);
  const hasEstimate = !('why' in remedy);
  const url = position && contractUrl(margin.product, position, account.demo);
  const options = goals.map((each) => ({ value: String(each), text: formatGoal(measure, each, i18n) }));
  return (
    <>
      {(hasEstimate || remedy.why === 'met') && (
        <SegmentedControl
          label={i18n.t('remedy_goal')}
          options={options}
          chosen={String(goal)}
          onChoose={(value) => setChosen(Number(value))}
        />
      )}
      {hasEstimate ? (
        describeWays(remedy, driver, settings.hideAmounts, i18n).map((way) => (
          <WayToGoal key={way.title} way={way} onCopy={copy} />
        ))
      ) : (
        <p class="why">{explainObstacle(remedy.why, formatGoal(measure, goal, i18n), i18n)}</p>
      )}
      <FreeElsewhere
        isOn={settings.readsFunding}
        reading={funding}
        family={margin.product === 'UNIFIED' ? 'unified' : 'classic'}
        need={{ coin: margin.coin, add: hasEstimate ? remedy.add : null }}
        hidden={settings.hideAmounts}
        now={now}
        onSettings={onSettings}
      />
      <div class="acts">
        {url && (
          <a class="primary" href={url} target="_blank" rel="noreferrer">
            {i18n.t('position_open', position.symbol)}
            <Icon name="window" />
          </a>
        )}
        {seenAt !== undefined && <SeenButton seenAt={seenAt} now={now} onSeen={onSeen} />}
      </div>
      <p class="copied" role="status">
        {status}
      </p>
      {hasEstimate && !stale && <p class="fine">{i18n.t('remedy_note')}</p>}
    </>
  );
}
