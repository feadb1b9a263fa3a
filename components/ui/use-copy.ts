import { useState } from 'preact/hooks';
import { useI18n } from './i18n.ts';

/** The text of the status region after the last copy, and what copies a text to the clipboard. */
export type Copying = { readonly status: string; copy(text: string): void };

/** Copies texts on request, and reports each one in words. */
export function useCopy(): Copying {
  const i18n = useI18n();
  const [status, setStatus] = useState('');
  return {
    status,
    copy: (text) => {
      navigator.clipboard.writeText(text).then(
        () => setStatus(i18n.t('copied', text)),
        () => setStatus(i18n.t('copy_failed')),
      );
    },
  };
}
