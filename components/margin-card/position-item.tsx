import type { Position } from '../../lib/domain/margin/position.ts';
import { describePositionDanger, listPositionFigures } from '../../lib/domain/view/position-figures.ts';
import { positionName } from '../../lib/domain/view/position-sentence.ts';
import { useI18n } from '../ui/i18n.ts';

/** One open position: how near liquidation is, what it holds, and at which prices. */
export function PositionItem({ position, hidden }: { position: Position; hidden: boolean }) {
  const words = useI18n();
  return (
    <li>
      <p class="name">{positionName(position, words)}</p>
      <p>{describePositionDanger(position, words)}</p>
      <dl>
        {listPositionFigures(position, hidden, words).map(({ name, label, shown }) => (
          <div key={name}>
            <dt>{words.t(label)}</dt>
            <dd class={shown.tone} title={shown.title}>
              {shown.text}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
