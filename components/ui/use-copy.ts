import { useState } from 'preact/hooks';
import { useI18n } from './i18n.ts';

/** The text of the status region after the last copy, and what copies a text to the clipboard. */
export type Copying = { readonly status: string; copy(text: string): void };

/** Copies texts on request, and reports each one in words, until the user hides or shows the amounts. */
export function useCopy(hidden = false): Copying {
  const i18n = useI18n();
  const [last, setLast] = useState({ status: '', hidden });
  const report = (status: string) => setLast({ status, hidden });
  return {
    status: last.hidden === hidden ? last.status : '',
    copy: (text) => {
      navigator.clipboard.writeText(text).then(
        () => report(i18n.t('copied', text)),
        () => report(i18n.t('copy_failed')),
      );
    },
  };
}
