import { effect } from '@preact/signals';
import { render } from 'preact';
import { I18nProvider } from '../../components/ui/i18n.ts';
import { createPageI18n } from '../../lib/browser/page/i18n.ts';
import { applyCachedTheme, applyTheme } from '../../lib/browser/page/theme.ts';
import { App } from './app.tsx';
import { openState } from './state/state.ts';

applyCachedTheme();
void start();

async function start(): Promise<void> {
  const words = createPageI18n();
  document.title = words.t('options_title');
  document.documentElement.lang = words.t('language');
  const state = await openState();
  effect(() => applyTheme(state.watched.value.settings));
  render(
    <I18nProvider value={words}>
      <App state={state} />
    </I18nProvider>,
    document.body,
  );
}
