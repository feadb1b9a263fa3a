import type { DistanceThresholds } from '../../lib/domain/margin/distance-thresholds.ts';
import type { Measured } from '../../lib/domain/portfolio/group-risk.ts';
import { buildMeasures } from '../../lib/domain/view/margin-row.ts';
import { useI18n } from '../ui/i18n.ts';
import { RowMeter } from './row-meter.tsx';

/** Both measures of a row. The shape of the level stands beside the one that causes the level. */
export function RowMeters({ measured, near }: { measured: Measured; near: DistanceThresholds }) {
  const i18n = useI18n();
  const { distance, rate, cause } = buildMeasures(measured, near, i18n);
  const { level } = measured.shown;
  return (
    <>
      <RowMeter measure={distance} name={i18n.t('gauge_distance')} mark={cause === 'distance' ? level : null} />
      <RowMeter measure={rate} name={i18n.t('risk_rate')} mark={cause === 'rate' ? level : null} />
    </>
  );
}
