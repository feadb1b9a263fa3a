import { formatCount } from '../../lib/domain/i18n/format.ts';
import type { Level } from '../../lib/domain/margin/risk.ts';
import type { Card } from '../../lib/domain/portfolio/card.ts';
import { type CardFilter, countLevels } from '../../lib/domain/portfolio/card-filter.ts';
import { levelLabel } from '../../lib/domain/view/labels.ts';
import { useI18n } from '../ui/i18n.ts';
import { LevelIcon } from '../ui/level-icon.tsx';

type Props = {
  readonly cards: readonly Card[];
  readonly filter: CardFilter;
  onFilter(filter: CardFilter): void;
};

/** Counts the levels of many margin accounts. Each count shows its level alone; a field finds by words. */
export function ListFilter({ cards, filter, onFilter }: Props) {
  const i18n = useI18n();
  const { levels, query } = filter;
  const toggle = (level: Level) => {
    const others = levels.filter((each) => each !== level);
    onFilter({ ...filter, levels: others.length < levels.length ? others : [...others, level] });
  };
  return (
    <div class="strip">
      {countLevels(cards, filter).map(({ level, count }) => {
        const name = i18n.t('filter_level', formatCount(count, i18n), levelLabel(level, i18n));
        return (
          <button
            key={level}
            type="button"
            class={`count ${level}`}
            aria-pressed={levels.includes(level)}
            aria-label={name}
            title={name}
            onClick={() => toggle(level)}
          >
            <LevelIcon level={level} /> {formatCount(count, i18n)}
          </button>
        );
      })}
      <input
        type="search"
        class="find"
        value={query}
        placeholder={`/ ${i18n.t('find')}`}
        aria-label={i18n.t('find')}
        title={i18n.t('find_title')}
        aria-keyshortcuts="/"
        autocomplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => onFilter({ ...filter, query: currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || query === '') return;
          // The browser would close the whole popup.
          event.preventDefault();
          onFilter({ ...filter, query: '' });
        }}
      />
    </div>
  );
}
