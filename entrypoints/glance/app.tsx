import { Alone } from '../../components/alone.tsx';
import { Board } from './board.tsx';
import { openSettings } from './deeds.ts';
import type { Scene } from './scene.ts';

/** The popup: a way out where the storage cannot be used, a welcome before the first account, else the board. */
export function App({ scene, most, onRefresh }: { scene: Scene; most: number; onRefresh(): void }) {
  const onSettings = () => void openSettings();
  if (scene.state !== 'good') return <Alone state={scene.state} onSettings={onSettings} />;
  if (scene.watched.accounts.length === 0) return <Alone state="welcome" onSettings={onSettings} />;
  return <Board {...scene} most={most} onRefresh={onRefresh} onSettings={onSettings} />;
}
