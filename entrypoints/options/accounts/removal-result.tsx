import { useI18n } from '../../../components/ui/i18n.ts';
import { ResultMessage } from '../../../components/ui/result-message.tsx';
import type { Removal } from './use-removal.ts';

/** The result of the last removal. */
export function RemovalResult({ result }: Pick<Removal, 'result'>) {
  const i18n = useI18n();
  return (
    <ResultMessage
      good={result?.isGone === true && i18n.t('removed', result.label)}
      bad={result?.isGone === false && i18n.t('remove_silent', result.label)}
    />
  );
}
