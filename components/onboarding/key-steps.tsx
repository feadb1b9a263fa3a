import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { useI18n } from '../ui/i18n.ts';

/** Where Bitget keeps a user's API keys. It is opened in a tab of its own, and only by the user. */
const API_KEYS = 'https://www.bitget.com/account/newapi';

const STEPS: readonly MessageKey[] = ['make_open', 'make_name', 'make_permission', 'make_address', 'make_copy'];

/** How to make a key at Bitget that may only read, and only from here. */
export function KeySteps() {
  const i18n = useI18n();
  return (
    <>
      <ol class="steps">
        {STEPS.map((step) => (
          <li key={step}>{i18n.t(step)}</li>
        ))}
      </ol>
      <a class="plain strong" href={API_KEYS} target="_blank" rel="noreferrer">
        {i18n.t('make_link')}
      </a>
    </>
  );
}
