import { useI18n } from '../ui/i18n.ts';
import { Dial } from '../ui/logo.tsx';

type State = 'welcome' | 'newer' | 'broken' | 'closed' | 'wiped';
type Props = { readonly state: State; onSettings(): void; onLook(): void };

/** The popup with nothing to show: before the first account, or when what is stored is gone or cannot be used. */
export function Alone({ state, onSettings, onLook }: Props) {
  const words = useI18n();
  return (
    <main class="alone">
      <Dial />
      <div role={state === 'welcome' ? undefined : 'status'}>
        <h1>{words.text(`alone_${state}`)}</h1>
        <p>{words.text(`alone_${state}_text`)}</p>
      </div>
      <button type="button" class="primary" onClick={onSettings}>
        {words.text(state === 'welcome' || state === 'wiped' ? 'connect' : 'open_settings')}
      </button>
      {state === 'welcome' && (
        <button type="button" class="link" onClick={onLook}>
          {words.text('look_around')}
        </button>
      )}
    </main>
  );
}
