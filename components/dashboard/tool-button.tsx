import { Icon, type IconName } from '../ui/icon.tsx';

type Props = {
  readonly icon: IconName;
  readonly name: string;
  readonly isRefreshing?: boolean;
  onClick(): void;
};

/** A button that shows an icon alone. */
export function ToolButton({ icon, name, isRefreshing = false, onClick }: Props) {
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
