import type { ComponentChildren } from 'preact';
import { useI18n } from '../ui/i18n.ts';
import { PopoverButton } from './popover-button.tsx';
import { ToolButton } from './tool-button.tsx';

export type ToolbarProps = {
  readonly hidden: boolean;
  onHide(): void;
  /** Alerts are muted, all or some. */
  readonly isMuted: boolean;
  /** The panel that mutes alerts; null where there are none. */
  readonly mutePanel: ComponentChildren | null;
  /** Open the view in the side panel or in a separate window. Null if the view is already there. */
  readonly onPanel: (() => void) | null;
  readonly onWindow: (() => void) | null;
  onSettings(): void;
  /** Additional buttons. */
  readonly children?: ComponentChildren;
};

/** The buttons that every part of the view offers. */
export function Toolbar(props: ToolbarProps) {
  const { hidden, onHide, isMuted, mutePanel, onPanel, onWindow, onSettings, children } = props;
  const i18n = useI18n();
  return (
    <div class="tools">
      {children}
      <ToolButton
        icon={hidden ? 'hidden' : 'shown'}
        name={i18n.t(hidden ? 'show_amounts' : 'hide_amounts')}
        onClick={onHide}
      />
      {mutePanel !== null && (
        <PopoverButton icon={isMuted ? 'muted' : 'bell'} name={i18n.t('mute')}>
          {mutePanel}
        </PopoverButton>
      )}
      <KeepOpen onPanel={onPanel} onWindow={onWindow} />
      <ToolButton icon="settings" name={i18n.t('settings')} onClick={onSettings} />
    </div>
  );
}

/** A menu of the other places for the view, or one button where there is only one. */
function KeepOpen({ onPanel, onWindow }: Pick<ToolbarProps, 'onPanel' | 'onWindow'>) {
  const i18n = useI18n();
  const [panelName, windowName] = [i18n.t('open_panel'), i18n.t('open_window')];
  if (!onPanel) return onWindow && <ToolButton icon="window" name={windowName} onClick={onWindow} />;
  if (!onWindow) return <ToolButton icon="panel" name={panelName} onClick={onPanel} />;
  return (
    <PopoverButton icon="panel" name={i18n.t('keep_open')}>
      <button type="button" class="choice" onClick={onPanel}>
        {panelName}
      </button>
      <button type="button" class="choice" onClick={onWindow}>
        {windowName}
      </button>
    </PopoverButton>
  );
}
