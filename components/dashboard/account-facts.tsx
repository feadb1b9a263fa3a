import { formatAge } from '../../lib/domain/i18n/format.ts';
import type { AccountReading } from '../../lib/domain/polling/reading.ts';
import type { AccountStatus } from '../../lib/domain/portfolio/account-status.ts';
import { describeFailure } from '../../lib/domain/view/failure-text.ts';
import { formatSampleTime } from '../../lib/domain/view/sample-readout.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly standing: AccountStatus;
  readonly lastFailure: AccountReading['lastFailure'];
  readonly now: number;
};

/** When an account was read last, and what went wrong with it last, whether it has passed or not. */
export function AccountFacts({ standing: { at, issue }, lastFailure, now }: Props) {
  const words = useI18n();
  const failure = lastFailure && describeFailure(lastFailure.failure, words);
  return (
    <dl class="facts">
      <div>
        <dt>{words.t('fact_read')}</dt>
        <dd title={at === null ? undefined : formatSampleTime(at, words)}>
          {at === null ? words.t('waiting') : formatAge(now - at, words)}
        </dd>
      </div>
      <div>
        <dt>{words.t('fact_failure')}</dt>
        {lastFailure && failure ? (
          <dd>
            {words.t(
              issue ? 'failure_lasts' : 'failure_passed',
              failure.title,
              formatSampleTime(lastFailure.at, words),
            )}
          </dd>
        ) : (
          <dd>{words.t('failure_none')}</dd>
        )}
      </div>
    </dl>
  );
}
