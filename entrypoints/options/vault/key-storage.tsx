import { useSignal } from '@preact/signals';
import { Confirm } from '../../../components/ui/confirm.tsx';
import { useI18n } from '../../../components/ui/i18n.ts';
import { Verdict } from '../../../components/ui/result-message.tsx';
import { Section } from '../../../components/ui/section.tsx';
import { LockTools } from '../../../components/vault/lock-settings.tsx';
import { RekeyForm } from '../../../components/vault/rekey-form.tsx';
import { ModeChoice } from '../../../components/vault/storage-mode-field.tsx';
import { send } from '../../../lib/browser/api/send-command.ts';
import { listed } from '../../../lib/domain/i18n/list.ts';
import type { Mode } from '../../../lib/domain/vault/lock.ts';
import { type RekeyDraft, rekeyOf } from '../../../lib/domain/vault/rekey.ts';
import type { State } from '../state/state.ts';
import { fieldOf, saidOf, textOf } from './rekey-text.ts';
import { keyed, keylessAfter, useRekey } from './use-rekey.ts';

const EMPTY = { current: '', forgot: false, password: '', again: '', secrets: {} };

/** How the keys are kept, and the flow that changes it. Nothing changes before the background has said so. */
export function Keeping({ state }: { state: State }) {
  const words = useI18n();
  const draft = useSignal<RekeyDraft | null>(null);
  /** The accounts that would lose their keys, while the user is asked whether that is meant. */
  const losing = useSignal<readonly string[]>([]);
  const { change, run } = useRekey(state);
  const lock = state.lock.value;
  const end = change.value;
  const accounts = keyed(state);
  const begin = (mode: Mode) => {
    draft.value = { ...EMPTY, mode };
    losing.value = [];
    change.value = { state: 'none' };
  };
  const choose = (mode: Mode) => {
    begin(mode);
    if (mode === lock.mode) draft.value = null;
  };
  const submit = async (typed: RekeyDraft, sure: boolean) => {
    losing.value = sure || !rekeyOf(typed, lock).ok ? [] : keylessAfter(typed, state);
    const isDone = losing.value.length === 0 && (await run(typed));
    // Another form may have been begun meanwhile.
    if (isDone && draft.peek() === typed) draft.value = null;
  };
  const field = end.state === 'bad' ? fieldOf(end) : null;
  const text = textOf(end, state, words);
  return (
    <Section title={words.text('keep')}>
      <div class="panel keeping">
        <ModeChoice used={lock.mode} chosen={draft.value?.mode ?? lock.mode} onChoose={choose} />
        {draft.value && (
          <RekeyForm
            used={lock.mode}
            accounts={accounts}
            draft={draft.value}
            busy={end.state === 'busy'}
            wrong={field === null ? null : { field, text }}
            onEdit={(next) => {
              draft.value = next;
              losing.value = [];
            }}
            onSubmit={() => draft.value && void submit(draft.value, false)}
            onCancel={() => choose(lock.mode)}
          >
            {losing.value.length > 0 && (
              <Confirm
                question={words.text('keep_drop_ask', listed(losing.value, words))}
                yes={words.text('keep_drop_yes')}
                no={words.text('keep_drop_no')}
                onYes={() => draft.value && void submit(draft.value, true)}
                onNo={() => {
                  losing.value = [];
                }}
              />
            )}
          </RekeyForm>
        )}
        {!draft.value && lock.mode === 'password' && (
          <LockTools
            lock={lock}
            onLock={() => void send({ type: 'lock' })}
            onLockAfter={(minutes) => void send({ type: 'lockAfter', minutes })}
            onChange={() => begin('password')}
          />
        )}
        <Verdict good={end.state === 'done' && saidOf(end, words)} bad={field === null && text} />
      </div>
    </Section>
  );
}
