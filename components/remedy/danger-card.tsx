import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import type { DistanceThresholds } from '../../lib/domain/margin/distance-thresholds.ts';
import type { Position } from '../../lib/domain/margin/position.ts';
import type { Card, Portfolio } from '../../lib/domain/portfolio/card.ts';
import type { DistanceTrend } from '../../lib/domain/view/distance-trend.ts';
import { cardName } from '../../lib/domain/view/labels.ts';
import { listPositionFigures, type PositionFigure } from '../../lib/domain/view/position-figures.ts';
import { buildPositionRow } from '../../lib/domain/view/position-row.ts';
import { CardLevel } from '../margin-card/card-level.tsx';
import { RiskMeter } from '../margin-card/risk-meter.tsx';
import { useI18n } from '../ui/i18n.ts';
import { TrendLine } from './trend-line.tsx';

type Props = {
  readonly card: Card;
  readonly now: number;
  /** The position that makes the level. */
  readonly position: Position;
  /** The course of the distance; null where too little is known, undefined until it is loaded. */
  readonly trend: DistanceTrend | null | undefined;
  readonly settings: Pick<Portfolio['settings'], 'thresholds' | 'hideAmounts'> & { readonly near: DistanceThresholds };
};

/** The figures of the position, and the labels that are short or clearer beside the gauges. */
const SHOWN: Readonly<Partial<Record<PositionFigure['name'], MessageKey>>> = {
  mark: 'position_mark',
  liquidation: 'position_liquidation_price',
  pnl: 'head_pnl',
};

/** The position that is in danger, with both measures of its margin account. */
export function DangerCard({ card, now, position, trend, settings }: Props) {
  const i18n = useI18n();
  const { positions, stale, shown } = card;
  const { near, hideAmounts: hidden } = settings;
  const { symbol, details } = buildPositionRow(position, { all: positions, near, hidden }, i18n);
  const figures = listPositionFigures(position, hidden, i18n).flatMap(({ name, shown: value }) => {
    const label = SHOWN[name];
    return label ? [{ label, value }] : [];
  });
  return (
    <section class={`card ${shown.level}${stale ? ' stale' : ''}`} aria-label={cardName(card, i18n)}>
      <div class="title">
        <h2>
          <bdi title={symbol}>{symbol}</bdi>
        </h2>
        <p class="owner" title={details}>
          {details}
        </p>
        <CardLevel card={card} now={now} />
      </div>
      <RiskMeter card={card} settings={settings} />
      <dl class="headline">
        {figures.map(({ label, value }) => (
          <div key={label}>
            <dt>{i18n.t(label)}</dt>
            <dd class={value.tone} title={value.title}>
              {value.text}
            </dd>
          </div>
        ))}
      </dl>
      {trend !== null && <TrendLine trend={trend ?? null} />}
    </section>
  );
}
