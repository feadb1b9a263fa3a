import { useI18n } from '../ui/i18n.ts';
import { Logo } from '../ui/logo.tsx';

type State = 'welcome' | 'future' | 'corrupt' | 'unavailable' | 'wiped';
type Props = { readonly state: State; onSettings(): void; onTrySampleData(): void };

/** The popup without figures: before the first account, or if stored values are missing or unusable. */
export function EmptyState({ state, onSettings, onTrySampleData }: Props) {
  const i18n = useI18n();
  return (
    <main class="empty-state">
      <Logo />
      <div role={state === 'welcome' ? undefined : 'status'}>
        <h1>{i18n.t(`empty_${state}`)}</h1>
        <p>{i18n.t(`empty_${state}_text`)}</p>
      </div>
      <button type="button" class="primary" onClick={onSettings}>
        {i18n.t(state === 'welcome' || state === 'wiped' ? 'connect' : 'open_settings')}
      </button>
      {state === 'welcome' && (
        <button type="button" class="link" onClick={onTrySampleData}>
          {i18n.t('show_sample_data')}
        </button>
      )}
    </main>
  );
}
