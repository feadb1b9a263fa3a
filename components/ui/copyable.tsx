import type { DisplayAmount } from '../../lib/domain/view/amount-view.ts';
import { useI18n } from './i18n.ts';

type Props = DisplayAmount & {
  /** Every digit of the figure; null where there is none to copy. */
  readonly exact: string | null;
  onCopy(text: string): void;
};

/** A figure that a click copies with all its digits. */
export function Copyable({ text, title, tone, exact, onCopy }: Props) {
  const i18n = useI18n();
  if (exact === null)
    return (
      <span class={tone} title={title}>
        {text}
      </span>
    );
  return (
    <button
      type="button"
      class={tone ? `copyable ${tone}` : 'copyable'}
      title={[title, i18n.t('copy_hint')].filter(Boolean).join(' · ')}
      onClick={() => onCopy(exact)}
    >
      {text}
    </button>
  );
}
