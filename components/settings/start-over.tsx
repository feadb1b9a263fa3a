import { useState } from 'preact/hooks';
import { Confirm } from '../ui/confirm.tsx';
import { Group } from '../ui/group.tsx';
import { useI18n } from '../ui/i18n.ts';
import { ResultMessage } from '../ui/result-message.tsx';

type Props = { readonly busy: boolean; readonly hasFailed: boolean; onConfirm(): void };

/** Removes everything after one confirmation. */
export function StartOver({ busy, hasFailed, onConfirm }: Props) {
  const i18n = useI18n();
  const [isAsked, setAsked] = useState(false);
  return (
    <Group title={i18n.t('start_over')}>
      <div class="panel files">
        <p>{i18n.t('start_over_text')}</p>
        {isAsked || busy ? (
          <Confirm
            question={i18n.t('start_over_ask')}
            yes={i18n.t(busy ? 'removing' : 'start_over_yes')}
            no={i18n.t('cancel')}
            busy={busy}
            onYes={() => {
              setAsked(false);
              onConfirm();
            }}
            onNo={() => setAsked(false)}
          />
        ) : (
          <button type="button" class="plain grave" onClick={() => setAsked(true)}>
            {i18n.t('start_over')}
          </button>
        )}
        <ResultMessage bad={hasFailed && i18n.t('start_over_failed')} />
      </div>
    </Group>
  );
}
