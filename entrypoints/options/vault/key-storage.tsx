import { useSignal } from '@preact/signals';
import { Confirm } from '../../../components/ui/confirm.tsx';
import { Group } from '../../../components/ui/group.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { ResultMessage } from '../../../components/ui/result-message.tsx';
import { LockSettings } from '../../../components/vault/lock-settings.tsx';
import { RekeyForm } from '../../../components/vault/rekey-form.tsx';
import { StorageModeField } from '../../../components/vault/storage-mode-field.tsx';
import { sendCommand } from '../../../lib/browser/api/send-command.ts';
import { formatList } from '../../../lib/domain/i18n/list.ts';
import { REFRESH_TIMEOUT } from '../../../lib/domain/polling/refresh-state.ts';
import type { VaultMode } from '../../../lib/domain/vault/lock.ts';
import type { RekeyDraft } from '../../../lib/domain/vault/rekey.ts';
import { parseRekeyDraft } from '../../../lib/domain/vault/validate-rekey.ts';
import type { State } from '../state/state.ts';
import { when } from '../state/when.ts';
import { describeRekeyProblem, describeRekeyResult, getProblemField } from './rekey-text.ts';
import { listAccountsLosingKeys, listAccountsWithKey, useRekey } from './use-rekey.ts';

const EMPTY = { current: '', forgot: false, password: '', again: '', secrets: {} };

/** The storage mode of the keys, with the form that changes it. The page waits for the background's result. */
export function KeyStorage({ state }: { state: State }) {
  const i18n = useI18n();
  const draft = useSignal<RekeyDraft | null>(null);
  /** The labels of the accounts that would lose their keys, while the confirmation is open. */
  const losing = useSignal<readonly string[]>([]);
  const { change, run } = useRekey(state);
  const lock = state.lock.value;
  const status = change.value;
  const accounts = listAccountsWithKey(state);
  const startDraft = (mode: VaultMode) => {
    draft.value = { ...EMPTY, mode };
    losing.value = [];
    change.value = { state: 'none' };
  };
  const selectMode = (mode: VaultMode) => {
    startDraft(mode);
    if (mode === lock.mode) draft.value = null;
  };
  const submit = async (typed: RekeyDraft, isConfirmed: boolean) => {
    losing.value = isConfirmed || !parseRekeyDraft(typed, lock).ok ? [] : listAccountsLosingKeys(typed, state);
    const isDone = losing.value.length === 0 && (await run(typed));
    // The user may have started another change in the meantime.
    if (isDone && draft.peek() === typed) draft.value = null;
  };
  const field = status.state === 'bad' ? getProblemField(status) : null;
  const text = describeRekeyProblem(status, state, i18n);
  return (
    <Group title={i18n.t('keep')}>
      <div class="panel keeping">
        <StorageModeField used={lock.mode} chosen={draft.value?.mode ?? lock.mode} onChoose={selectMode} />
        {draft.value && (
          <RekeyForm
            used={lock.mode}
            accounts={accounts}
            draft={draft.value}
            busy={status.state === 'busy'}
            wrong={field === null ? null : { field, text }}
            onEdit={(next) => {
              draft.value = next;
              losing.value = [];
            }}
            onSubmit={() => draft.value && void submit(draft.value, false)}
            onCancel={() => selectMode(lock.mode)}
          >
            {losing.value.length > 0 && (
              <Confirm
                question={i18n.t('keep_drop_ask', formatList(losing.value, i18n))}
                yes={i18n.t('keep_drop_yes')}
                no={i18n.t('keep_drop_no')}
                onYes={() => draft.value && void submit(draft.value, true)}
                onNo={() => {
                  losing.value = [];
                }}
              />
            )}
          </RekeyForm>
        )}
        {!draft.value && lock.mode === 'password' && (
          <LockSettings
            lock={lock}
            onLock={() => void sendCommand({ type: 'lock' })}
            onLockAfter={(minutes) => void saveLockDelay(state, minutes)}
            onChange={() => startDraft('password')}
          />
        )}
        <ResultMessage
          good={status.state === 'done' && describeRekeyResult(status, i18n)}
          bad={field === null && text}
        />
      </div>
    </Group>
  );
}

/** Changes the auto-lock delay through the background, and offers to undo it. */
async function saveLockDelay({ lock, saver }: State, minutes: number): Promise<void> {
  const before = lock.peek().lockAfter;
  void sendCommand({ type: 'lockAfter', minutes });
  const isDone = await when(() => lock.value.lockAfter === minutes || undefined, REFRESH_TIMEOUT);
  if (!isDone) return;
  saver.report(async () => {
    if (lock.peek().lockAfter !== minutes) return false;
    await sendCommand({ type: 'lockAfter', minutes: before });
    return true;
  });
}
