import { effect } from '@preact/signals';
import { render } from 'preact';
import { I18nProvider } from '../../components/ui/i18n.ts';
import { pageLanguage } from '../../lib/browser/page/i18n.ts';
import { dress, dressAsBefore } from '../../lib/browser/page/theme.ts';
import { App } from './app.tsx';
import { openState } from './state/state.ts';

dressAsBefore();
void start();

async function start(): Promise<void> {
  const words = pageLanguage();
  document.title = words.text('options_title');
  document.documentElement.lang = words.text('language');
  const state = await openState();
  effect(() => dress(state.watched.value.settings));
  render(
    <I18nProvider value={words}>
      <App state={state} />
    </I18nProvider>,
    document.body,
  );
}
