import { type Entry, MOST_ENTRIES } from '../../lib/domain/alert/alert-log.ts';
import { alertText } from '../../lib/domain/alert/alert-text.ts';
import { count, moment } from '../../lib/domain/i18n/format.ts';
import { useI18n } from '../ui/i18n.ts';
import { LogTools } from './alert-log-actions.tsx';

type Props = {
  readonly log: readonly Entry[];
  readonly hidden: boolean;
  readonly now: number;
  onExport(): void;
  onErase(): void;
};

/** The alerts of the past, the newest first: when, what, and whether it was told. */
export function AlertLog({ log, hidden, now, onExport, onErase }: Props) {
  const words = useI18n();
  if (log.length === 0) return <p class="quiet">{words.text('log_none')}</p>;
  return (
    <>
      <table class="log">
        <thead>
          <tr>
            <th scope="col">{words.text('log_when')}</th>
            <th scope="col">{words.text('log_what')}</th>
            <th scope="col">{words.text('log_fate')}</th>
          </tr>
        </thead>
        <tbody>
          {log.map(({ at, fate, news }) => {
            const { title, body } = alertText(news, hidden, at, words);
            return (
              <tr key={`${at}/${news.key}`} class={fate}>
                <td>{moment(at, now, words)}</td>
                <td>
                  <strong>{title}</strong>
                  {body && <p>{body}</p>}
                </td>
                <td>{words.text(`fate_${fate}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="hint">{words.text('log_limit', count(MOST_ENTRIES, words))}</p>
      <LogTools onExport={onExport} onErase={onErase} />
    </>
  );
}
