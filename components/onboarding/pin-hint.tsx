import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { useI18n } from '../ui/i18n.ts';

/** Shows where the browser has put the toolbar button, and how to pin it. */
export function PinHint({ text }: { text: MessageKey & `first_pin${string}` }) {
  const i18n = useI18n();
  return (
    <div class="pin">
      <svg class="pin-picture" viewBox="0 0 200 84" aria-hidden="true">
        <rect class="bar" x="1" y="1" width="198" height="30" rx="7" />
        <rect class="address" x="12" y="8" width="128" height="16" rx="8" />
        <g class="puzzle">
          <path d="M152 11h4a3 3 0 1 1 5 0h4v4a3 3 0 1 1 0 5v4h-13v-4a3 3 0 1 0 0-5Z" />
          <circle cx="158.5" cy="16" r="13" />
        </g>
        <rect class="address" x="177" y="9" width="14" height="14" rx="7" />
        <rect class="menu" x="72" y="40" width="112" height="36" rx="7" />
        <rect class="logo" x="82" y="50" width="16" height="16" rx="5" />
        <rect class="address" x="106" y="54" width="44" height="8" rx="4" />
        <path class="needle" d="M165 51h7l-1 6 3 3h-11l3-3ZM168.5 60v7" />
      </svg>
      <p>{i18n.t(text)}</p>
    </div>
  );
}
