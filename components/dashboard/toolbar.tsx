import type { ComponentChildren } from 'preact';
import { useI18n } from '../ui/i18n.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

export type ToolsProps = {
  readonly hidden: boolean;
  readonly turning: boolean;
  onRefresh(): void;
  onHide(): void;
  /** Opens the view beside the web page, or in a window of its own; null where it is there already. */
  readonly onPanel: (() => void) | null;
  readonly onWindow: (() => void) | null;
  onSettings(): void;
  /** What can be done besides. */
  readonly children?: ComponentChildren;
};

/** What can be done from anywhere in the view. */
export function Tools({ hidden, turning, onRefresh, onHide, onPanel, onWindow, onSettings, children }: ToolsProps) {
  const words = useI18n();
  return (
    <div class="tools">
      {children}
      <Tool icon="refresh" name={words.text('refresh')} turning={turning} onClick={onRefresh} />
      <Tool
        icon={hidden ? 'hidden' : 'shown'}
        name={words.text(hidden ? 'show_amounts' : 'hide_amounts')}
        onClick={onHide}
      />
      {onPanel && <Tool icon="panel" name={words.text('open_panel')} onClick={onPanel} />}
      {onWindow && <Tool icon="window" name={words.text('open_window')} onClick={onWindow} />}
      <Tool icon="settings" name={words.text('settings')} onClick={onSettings} />
    </div>
  );
}

type ToolProps = { readonly icon: IconName; readonly name: string; readonly turning?: boolean; onClick(): void };

function Tool({ icon, name, turning = false, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="tool"
      aria-label={name}
      title={name}
      aria-busy={turning || undefined}
      onClick={onClick}
    >
      <Icon name={icon} turning={turning} />
    </button>
  );
}
