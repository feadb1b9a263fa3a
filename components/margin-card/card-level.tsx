import { formatDataAge } from '../../lib/domain/i18n/data-age.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { levelLabel } from '../../lib/domain/view/labels.ts';
import { ChangingText } from '../ui/changing-text.tsx';
import { useI18n } from '../ui/i18n.ts';
import { LevelIcon } from '../ui/level-icon.tsx';

type Props = { readonly card: Pick<Card, 'at' | 'stale' | 'shown'>; readonly now: number };

/** The level as a word with its shape. One that was kept from stale figures has their age. */
export function CardLevel({ card: { at, stale, shown }, now }: Props) {
  const i18n = useI18n();
  const { level } = shown;
  return (
    <span class="level">
      <LevelIcon level={level} />
      <ChangingText text={levelLabel(level, i18n)} />
      {stale && level !== 'unknown' && <small>· {formatDataAge(now - at, true, i18n).text}</small>}
    </span>
  );
}
