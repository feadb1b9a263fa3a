import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import type { Position } from '../../lib/domain/margin/position.ts';
import { selectUrgentPositions } from '../../lib/domain/margin/urgent-positions.ts';
import { describePosition, type PositionSentence } from '../../lib/domain/view/position-sentence.ts';
import { withShortPrice } from '../../lib/domain/view/short-price.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = { readonly positions: readonly Position[]; readonly unread: MessageKey | null; readonly hidden: boolean };

/** One sentence for each position nearest to liquidation, or a message about unknown positions. */
export function PositionSentences({ positions, unread, hidden }: Props) {
  const i18n = useI18n();
  if (!unread && positions.length === 0) return null;
  return (
    <div class={unread ? 'nearest old' : 'nearest'}>
      {unread && <p class="unread">{i18n.t(unread)}</p>}
      {selectUrgentPositions(positions).map((position, index) => (
        <p key={index}>
          <Emphasis {...describePosition(withShortPrice(position), hidden, i18n)} />
        </p>
      ))}
    </div>
  );
}

/** A sentence with its strong part in bold. */
function Emphasis({ text, strong }: PositionSentence) {
  const [before, after] = strong ? text.split(strong) : [text];
  return (
    <>
      {before}
      {strong && <strong>{strong}</strong>}
      {after}
    </>
  );
}
