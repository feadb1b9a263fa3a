import { formatDataAge } from '../../lib/domain/i18n/data-age.ts';
import type { AccountReading } from '../../lib/domain/polling/reading.ts';
import type { AccountStatus } from '../../lib/domain/portfolio/account-status.ts';
import { describeFailure } from '../../lib/domain/troubleshooting/failure-text.ts';
import { formatSampleTime } from '../../lib/domain/view/sample-readout.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly status: AccountStatus;
  readonly lastFailure: AccountReading['lastFailure'];
  readonly now: number;
};

/** The last reading of an account and its last failure, current or past. */
export function AccountFacts({ status: { at, issue }, lastFailure, now }: Props) {
  const i18n = useI18n();
  const failure = lastFailure && describeFailure(lastFailure.failure, i18n);
  return (
    <dl class="facts">
      <div>
        <dt>{i18n.t('fact_read')}</dt>
        <dd title={at === null ? undefined : formatSampleTime(at, i18n)}>
          {at === null ? i18n.t('waiting') : formatDataAge(now - at, issue !== null, i18n).text}
        </dd>
      </div>
      <div>
        <dt>{i18n.t('fact_failure')}</dt>
        {lastFailure && failure ? (
          <dd>
            {i18n.t(issue ? 'failure_lasts' : 'failure_passed', failure.title, formatSampleTime(lastFailure.at, i18n))}
          </dd>
        ) : (
          <dd>{i18n.t('failure_none')}</dd>
        )}
      </div>
    </dl>
  );
}
