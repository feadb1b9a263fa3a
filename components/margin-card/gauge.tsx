import { UNKNOWN } from '../../lib/domain/i18n/format.ts';
import type { Level } from '../../lib/domain/margin/risk.ts';

type Props = {
  /** The accessible name. */
  readonly name: string;
  readonly label: string;
  readonly level: Level;
  readonly text: string;
  /** The accessible value. */
  readonly spoken: string;
  /** The value from 0 to 100; null when unknown. */
  readonly now: number | null;
  /** The filled part of the bar in percent. */
  readonly fill: number;
  /** Where the levels begin, in percent of the bar. */
  readonly ticks: readonly number[];
};

/** One measure: its label, its value and a bar with a mark where each level begins. */
export function Gauge({ name, label, level, text, spoken, now, fill, ticks }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native meter without a value reads as zero, and unknown is not zero.
    <div
      class={`gauge ${text === UNKNOWN ? 'unknown' : level}`}
      role="meter"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={now ?? undefined}
      aria-valuetext={spoken}
    >
      <span class="label">{label}</span>
      <strong>{text}</strong>
      <div class="bar" style={{ '--at': `${fill}%` }} aria-hidden="true">
        {ticks.map((at) => (
          <i key={at} style={{ left: `${at}%` }} />
        ))}
      </div>
    </div>
  );
}
