import type { Thresholds } from '../../lib/domain/margin/risk.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { buildRiskGauge } from '../../lib/domain/view/risk-gauge.ts';
import { ChangingText } from '../ui/changing-text.tsx';
import { useI18n } from '../ui/i18n.ts';
import { LevelIcon } from '../ui/level-icon.tsx';

/** The distance to liquidation as a shape, a percentage, a word and a bar with the three thresholds. */
export function RiskMeter({ card, thresholds }: { card: Card; thresholds: Thresholds }) {
  const i18n = useI18n();
  const { rate, word, now, spoken } = buildRiskGauge(card, i18n);
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a native meter without a value reads as zero, and unknown is not zero. */}
      <div
        class="meter"
        role="meter"
        aria-label={i18n.t('risk_rate')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={now ?? undefined}
        aria-valuetext={spoken}
      >
        <span class="rate">
          <LevelIcon level={card.rateLevel} />
          <ChangingText text={rate} />
        </span>
        <span class="level">{word}</span>
      </div>
      <div class="bar" style={{ '--at': `${now ?? 0}%` }} aria-hidden="true">
        {[thresholds.caution, thresholds.warning, thresholds.danger].map((at) => (
          <i key={at} style={{ left: `${at}%` }} />
        ))}
      </div>
    </>
  );
}
