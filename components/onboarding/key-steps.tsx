import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { useI18n } from '../ui/i18n.ts';

/** Bitget's page for API keys. Only the user opens it, in a separate tab. */
const API_KEYS = 'https://www.bitget.com/account/newapi';

const STEPS: readonly MessageKey[] = ['make_open', 'make_name', 'make_permission', 'make_address', 'make_copy'];

/** The steps that create a read-only key at Bitget, bound to the user's IP address. */
export function KeySteps() {
  const i18n = useI18n();
  return (
    <>
      <a class="plain strong" href={API_KEYS} target="_blank" rel="noreferrer">
        {i18n.t('make_link')}
      </a>
      <ol class="steps">
        {STEPS.map((step) => (
          <li key={step}>{i18n.t(step)}</li>
        ))}
      </ol>
    </>
  );
}
