import type { Card } from '../../lib/domain/card.ts';
import type { Foot } from './alerts.tsx';
import { Board } from './board.tsx';
import { openSettings, setShowcase } from './deeds.ts';
import type { Later } from './later.tsx';
import type { Extra, Scene } from './scene.ts';
import type { VaultParts } from './vault.tsx';

type Props = {
  readonly scene: Scene;
  readonly most: number;
  readonly extra: Extra | null;
  readonly foot: Foot | null;
  readonly vault: VaultParts | null;
  readonly later: Later | null;
  onOpen(card: Card): void;
  onRefresh(): void;
};

/** The popup: a way out where the storage cannot be used, a welcome before the first account, else the board. */
export function App({ scene, most, extra, foot, vault, later, onOpen, onRefresh }: Props) {
  const onSettings = () => void openSettings();
  if (scene.state === 'good' && scene.watched.accounts.length > 0) {
    const details = later?.details(scene, vault?.tool);
    return (
      <>
        {/* Kept while the details of a card are looked at, with what was unfolded and how far it was scrolled. */}
        <div class="board" hidden={!!details}>
          <Board
            {...scene}
            most={most}
            extra={extra}
            vault={vault}
            later={later}
            onOpen={onOpen}
            onRefresh={onRefresh}
            onSettings={onSettings}
          />
        </div>
        {details}
        {!scene.showcased && foot?.(scene.watched.accounts, scene.now)}
      </>
    );
  }
  const state = scene.state === 'good' ? 'welcome' : scene.state;
  return extra && <extra.Alone state={state} onSettings={onSettings} onLook={() => setShowcase(true)} />;
}
