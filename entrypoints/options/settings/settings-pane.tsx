import type { ComponentChildren } from 'preact';
import { useCallback } from 'preact/hooks';
import { Pane } from '../../../components/settings/pane.tsx';
import { SaveNoteLine } from '../../../components/settings/save-note.tsx';
import type { Pane as PaneName } from '../../../lib/domain/troubleshooting/settings-link.ts';
import type { State } from '../state/state.ts';

type Props = {
  readonly pane: PaneName;
  readonly title: string;
  readonly state: State;
  readonly children: ComponentChildren;
};

/** A pane with the result of the last save, shown at its address. */
export function SettingsPane({ pane, title, state: { navigation, saver }, children }: Props) {
  const { place, arrival } = navigation.visit.value;
  const isShown = place.pane === pane;
  const reveal = useCallback(() => navigation.reveal(pane), [pane]);
  const note = isShown && (
    <SaveNoteLine note={saver.note.value} onUndo={() => void saver.undo()} onDismiss={saver.dismiss} />
  );
  return (
    <Pane
      title={title}
      isShown={isShown}
      arrival={place.account === null ? arrival : null}
      note={note}
      onReveal={reveal}
    >
      {children}
    </Pane>
  );
}
