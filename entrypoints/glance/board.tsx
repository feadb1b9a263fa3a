import { CardList } from '../../components/card-list.tsx';
import { Status } from '../../components/status.tsx';
import { Sum } from '../../components/sum.tsx';
import { Tools } from '../../components/tools.tsx';
import { askForHost } from '../../lib/browser/grant.ts';
import { totalsOf } from '../../lib/domain/total.ts';
import { isUnread } from '../../lib/domain/trouble.ts';
import { setShowcase, toggleAmounts } from './deeds.ts';
import { toPanel, toWindow } from './pin.ts';
import type { Extra, Scene } from './scene.ts';
import type { VaultParts } from './vault.tsx';

type Props = Extract<Scene, { state: 'good' }> & {
  /** How many cards to draw. */
  readonly most: number;
  readonly extra: Extra | null;
  readonly vault: VaultParts | null;
  onRefresh(): void;
  onSettings(): void;
};

/** All accounts at a glance: the sum, how old and how sound it is, and a card for each margin account. */
export function Board(props: Props) {
  const { watched, cards, showcased, refresh, unstored, now, most, extra, vault, onRefresh, onSettings } = props;
  const waiting = isUnread(watched, 'empty');
  const totals = totalsOf(cards, waiting || isUnread(watched, 'failed'));
  const hidden = watched.settings.hideAmounts;
  return (
    <>
      <header>
        <Sum
          totals={totals}
          hidden={hidden}
          stale={cards.length > 0 && cards.every(({ stale }) => stale)}
          waiting={waiting && cards.length === 0}
          sample={showcased}
        >
          <Status oldest={totals.oldest} waiting={waiting} now={now} />
        </Sum>
        <Tools
          hidden={hidden}
          turning={refresh === 'turning'}
          onRefresh={onRefresh}
          onHide={toggleAmounts}
          onPanel={toPanel}
          onWindow={toWindow}
          onSettings={onSettings}
        >
          {vault?.tool}
        </Tools>
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
        <CardList watched={watched} cards={cards} most={most} />
      </main>
    </>
  );
}
