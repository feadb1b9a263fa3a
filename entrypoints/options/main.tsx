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
  const i18n = createPageI18n();
  document.title = i18n.t('options_title');
  document.documentElement.lang = i18n.t('language');
  const state = await openState();
  effect(() => applyTheme(state.portfolio.value.settings));
  render(
    <I18nProvider value={i18n}>
      <App state={state} />
    </I18nProvider>,
    document.body,
  );
}
