import { age } from '../../lib/domain/i18n/format.ts';
import type { AccountReading } from '../../lib/domain/polling/reading.ts';
import type { Standing } from '../../lib/domain/portfolio/account-status.ts';
import { explain } from '../../lib/domain/view/failure-text.ts';
import { moment } from '../../lib/domain/view/sample-readout.ts';
import { useI18n } from '../ui/i18n.ts';

type Props = {
  readonly standing: Standing;
  readonly lastFailure: AccountReading['lastFailure'];
  readonly now: number;
};

/** When an account was read last, and what went wrong with it last, whether it has passed or not. */
export function AccountFacts({ standing: { at, trouble }, lastFailure, now }: Props) {
  const words = useI18n();
  const failure = lastFailure && explain(lastFailure.failure, words);
  return (
    <dl class="facts">
      <div>
        <dt>{words.text('fact_read')}</dt>
        <dd title={at === null ? undefined : moment(at, words)}>
          {at === null ? words.text('waiting') : age(now - at, words)}
        </dd>
      </div>
      <div>
        <dt>{words.text('fact_failure')}</dt>
        {lastFailure && failure ? (
          <dd>
            {words.text(trouble ? 'failure_lasts' : 'failure_passed', failure.title, moment(lastFailure.at, words))}
          </dd>
        ) : (
          <dd>{words.text('failure_none')}</dd>
        )}
      </div>
    </dl>
  );
}
