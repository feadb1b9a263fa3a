import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { useI18n } from '../ui/i18n.ts';

/** Shows where the browser has put the toolbar button, and how to pin it. */
export function PinHint({ text }: { text: MessageKey & `first_pin${string}` }) {
  const i18n = useI18n();
  return (
    <div class="pin">
      <svg class="pin-picture" viewBox="0 0 200 84" aria-hidden="true">
        <rect class="pin-frame" x="1" y="1" width="198" height="30" rx="7" />
        <rect class="pin-shade" x="12" y="8" width="124" height="16" rx="8" />
        <path class="pin-ink" d="M152 11h4a3 3 0 1 1 5 0h4v4a3 3 0 1 1 0 5v4h-13v-4a3 3 0 1 0 0-5Z" />
        <circle class="pin-mark" cx="158.5" cy="16" r="13" />
        <rect class="pin-shade" x="179" y="9" width="13" height="13" rx="6.5" />
        <rect class="pin-frame" x="104" y="40" width="92" height="38" rx="7" />
        <rect class="pin-logo" x="113" y="51" width="16" height="16" rx="5" />
        <rect class="pin-shade" x="136" y="55" width="32" height="8" rx="4" />
        <path class="pin-mark" d="M178 52h7l-1 6 3 3h-11l3-3ZM181.5 61v7" />
        <path class="pin-mark" d="M30 70C64 72 92 58 138 28M126 29l13-2-4 12" />
      </svg>
      <p>{i18n.t(text)}</p>
    </div>
  );
}
