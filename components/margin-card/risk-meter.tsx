import type { Card, Portfolio } from '../../lib/domain/portfolio/card.ts';
import { buildDistanceGauge } from '../../lib/domain/view/distance-gauge.ts';
import { lastKnownDistance, lastKnownRate } from '../../lib/domain/view/last-known.ts';
import { buildRiskGauge } from '../../lib/domain/view/risk-gauge.ts';
import { useI18n } from '../ui/i18n.ts';
import { Gauge } from './gauge.tsx';

type Props = { readonly card: Card; readonly settings: Pick<Portfolio['settings'], 'thresholds' | 'near'> };

/** The two measures of a card side by side, each with its own level. Both bars fill towards liquidation. */
export function RiskMeter({ card, settings: { thresholds, near } }: Props) {
  const i18n = useI18n();
  const distance = buildDistanceGauge(card, near, i18n);
  const rate = buildRiskGauge(card, i18n);
  return (
    <div class="gauges">
      <Gauge
        {...distance}
        name={i18n.t('gauge_distance')}
        label={i18n.t('position_liquidation')}
        level={card.shown.distanceLevel}
        text={distance.now === null ? lastKnownDistance(card, i18n) : distance.distance}
      />
      <Gauge
        {...rate}
        name={i18n.t('risk_rate')}
        label={i18n.t('gauge_ratio')}
        level={card.shown.rateLevel}
        text={rate.now === null ? lastKnownRate(card, i18n) : rate.rate}
        fill={rate.fill}
        ticks={[thresholds.caution, thresholds.warning, thresholds.danger]}
      />
    </div>
  );
}
