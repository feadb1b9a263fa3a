import { CardList } from '../../components/card-list.tsx';
import { Status } from '../../components/status.tsx';
import { Sum } from '../../components/sum.tsx';
import { askForHost } from '../../lib/browser/grant.ts';
import type { Card } from '../../lib/domain/card.ts';
import { totalsOf } from '../../lib/domain/total.ts';
import { isUnread } from '../../lib/domain/trouble.ts';
import { fold, setShowcase } from './deeds.ts';
import type { Later } from './later.tsx';
import type { Extra, GoodScene } from './scene.ts';
import type { VaultParts } from './vault.tsx';
import { ViewTools } from './view-tools.tsx';

type Props = GoodScene & {
  /** How many cards to draw. */
  readonly most: number;
  readonly extra: Extra | null;
  readonly vault: VaultParts | null;
  readonly later: Later | null;
  onOpen(card: Card): void;
  onRefresh(): void;
  onSettings(): void;
};

/** All accounts at a glance: the sum, how old and how sound it is, and a card for each margin account. */
export function Board(props: Props) {
  const { watched, cards, showcased, refresh, unstored, folded, now } = props;
  const { most, extra, vault, later, onOpen, onRefresh, onSettings } = props;
  const waiting = isUnread(watched, 'empty');
  const totals = totalsOf(cards, waiting || isUnread(watched, 'failed'));
  const { hideAmounts: hidden, alsoIn } = watched.settings;
  return (
    <>
      <header>
        <Sum
          totals={totals}
          hidden={hidden}
          stale={cards.length > 0 && cards.every(({ stale }) => stale)}
          waiting={waiting && cards.length === 0}
          sample={showcased}
          timed={later !== null}
          also={alsoIn && extra && <extra.TotalIn total={totals.usdt} coin={alsoIn} cards={cards} hidden={hidden} />}
        >
          <Status oldest={totals.oldest} waiting={waiting} now={now} />
        </Sum>
        <ViewTools watched={watched} refresh={refresh} onRefresh={onRefresh}>
          {vault?.tool}
        </ViewTools>
      </header>
      {showcased && extra && <extra.ShowcaseBar onConnect={onSettings} onRemove={() => setShowcase(false)} />}
      <main>
        {vault?.form}
        {/* There from the start: what comes into it is announced. */}
        <div class="report" role="status" aria-atomic="false">
          {extra && (
            <extra.Report
              watched={watched}
              cards={cards}
              unlocking={Boolean(vault?.form)}
              unanswered={refresh === 'unanswered'}
              unstored={unstored}
              now={now}
              onRetry={onRefresh}
              onSettings={onSettings}
              onAllow={askForHost}
            />
          )}
        </div>
        <CardList
          watched={watched}
          cards={cards}
          most={most}
          Groups={extra?.AccountGroups}
          folded={folded}
          spark={(card) => later?.spark(card)}
          onFold={fold}
          onOpen={onOpen}
        />
      </main>
    </>
  );
}
