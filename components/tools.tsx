import { Icon, type IconName } from './icon.tsx';
import { useWords } from './words.ts';

export type ToolsProps = {
  readonly hidden: boolean;
  readonly turning: boolean;
  onRefresh(): void;
  onHide(): void;
  onSettings(): void;
};

/** What can be done from anywhere in the popup. */
export function Tools({ hidden, turning, onRefresh, onHide, onSettings }: ToolsProps) {
  const words = useWords();
  return (
    <div class="tools">
      <Tool icon="refresh" name={words.text('refresh')} turning={turning} onClick={onRefresh} />
      <Tool
        icon={hidden ? 'hidden' : 'shown'}
        name={words.text(hidden ? 'show_amounts' : 'hide_amounts')}
        onClick={onHide}
      />
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
