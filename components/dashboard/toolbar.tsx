import type { ComponentChildren } from 'preact';
import { useI18n } from '../ui/i18n.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

export type ToolbarProps = {
  readonly hidden: boolean;
  readonly isRefreshing: boolean;
  onRefresh(): void;
  onHide(): void;
  /** Open the view in the side panel or in a separate window. Null if the view is already there. */
  readonly onPanel: (() => void) | null;
  readonly onWindow: (() => void) | null;
  onSettings(): void;
  /** Additional buttons. */
  readonly children?: ComponentChildren;
};

/** The buttons that every part of the view offers. */
export function Toolbar({
  hidden,
  isRefreshing,
  onRefresh,
  onHide,
  onPanel,
  onWindow,
  onSettings,
  children,
}: ToolbarProps) {
  const i18n = useI18n();
  return (
    <div class="tools">
      {children}
      <ToolbarButton icon="refresh" name={i18n.t('refresh')} isRefreshing={isRefreshing} onClick={onRefresh} />
      <ToolbarButton
        icon={hidden ? 'hidden' : 'shown'}
        name={i18n.t(hidden ? 'show_amounts' : 'hide_amounts')}
        onClick={onHide}
      />
      {onPanel && <ToolbarButton icon="panel" name={i18n.t('open_panel')} onClick={onPanel} />}
      {onWindow && <ToolbarButton icon="window" name={i18n.t('open_window')} onClick={onWindow} />}
      <ToolbarButton icon="settings" name={i18n.t('settings')} onClick={onSettings} />
    </div>
  );
}

type ToolbarButtonProps = {
  readonly icon: IconName;
  readonly name: string;
  readonly isRefreshing?: boolean;
  onClick(): void;
};

function ToolbarButton({ icon, name, isRefreshing = false, onClick }: ToolbarButtonProps) {
  return (
    <button
      type="button"
      class="tool"
      aria-label={name}
      title={name}
      aria-busy={isRefreshing || undefined}
      onClick={onClick}
    >
      <Icon name={icon} isRefreshing={isRefreshing} />
    </button>
  );
}
