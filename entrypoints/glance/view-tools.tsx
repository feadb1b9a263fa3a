import type { ComponentChildren } from 'preact';
import { Tools } from '../../components/tools.tsx';
import { openSettings, toggleAmounts } from './deeds.ts';
import { toPanel, toWindow } from './pin.ts';
import type { GoodScene } from './scene.ts';

type Props = Pick<GoodScene, 'watched' | 'refresh'> & {
  /** Beside the others. */
  readonly children: ComponentChildren;
  onRefresh(): void;
};

/** What can be done from the board and from the details of a card. */
export function ViewTools({ watched, refresh, children, onRefresh }: Props) {
  return (
    <Tools
      hidden={watched.settings.hideAmounts}
      turning={refresh === 'turning'}
      onRefresh={onRefresh}
      onHide={toggleAmounts}
      onPanel={toPanel}
      onWindow={toWindow}
      onSettings={() => void openSettings()}
    >
      {children}
    </Tools>
  );
}
