import type { Level } from '../../lib/domain/margin/risk.ts';
import type { Measure } from '../../lib/domain/view/margin-row.ts';
import { LevelIcon } from '../ui/level-icon.tsx';

type Props = {
  readonly measure: Measure;
  /** The accessible name. */
  readonly name: string;
  /** The level whose shape stands beside the text. */
  readonly mark: Level | null;
};

/** One measure of a row without a bar. */
export function RowMeter({ measure: { text, level, spoken, now }, name, mark }: Props) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native meter without a value reads as zero, and unknown is not zero.
    <div
      class={`measure ${level}`}
      role="meter"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={now ?? undefined}
      aria-valuetext={spoken}
      title={`${name}: ${spoken}`}
    >
      {mark && <LevelIcon level={mark} />}
      {text}
    </div>
  );
}
