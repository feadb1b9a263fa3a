import type { Position } from '../../lib/domain/margin/position.ts';
import { describePositionDanger, listPositionFigures } from '../../lib/domain/view/position-figures.ts';
import { positionName } from '../../lib/domain/view/position-sentence.ts';
import { useI18n } from '../ui/i18n.ts';

/** One open position with its distance to liquidation, its size and its prices. */
export function PositionItem({ position, hidden }: { position: Position; hidden: boolean }) {
  const i18n = useI18n();
  return (
    <li>
      <p class="name">{positionName(position, i18n)}</p>
      <p>{describePositionDanger(position, i18n)}</p>
      <dl>
        {listPositionFigures(position, hidden, i18n).map(({ name, label, shown }) => (
          <div key={name}>
            <dt>{i18n.t(label)}</dt>
            <dd class={shown.tone} title={shown.title}>
              {shown.text}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
