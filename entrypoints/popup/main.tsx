import { effect } from '@preact/signals';
import { render } from 'preact';
import { I18nProvider } from '../../components/ui/i18n.ts';
import { createPageI18n } from '../../lib/browser/page/i18n.ts';
import { applyCachedTheme, applyTheme } from '../../lib/browser/page/theme.ts';
import { App } from './app.tsx';
import { firstPaint } from './first-paint.ts';
import { loadForFirstFrame } from './lazy-modules.ts';
import { createState } from './state.ts';

void main();

/** Renders the stored values. Everything that the first frame does not need is loaded after the first paint. */
async function main(): Promise<void> {
  applyCachedTheme();
  const i18n = createPageI18n();
  document.documentElement.lang = i18n.t('language');
  const state = await createState(i18n);
  const { viewModel, isPainted } = state;
  effect(() => {
    if (viewModel.value.state === 'ready') applyTheme(viewModel.value.portfolio.settings);
  });
  await loadForFirstFrame(state);
  document.body.replaceChildren();
  render(
    <I18nProvider value={i18n}>
      <App state={state} />
    </I18nProvider>,
    document.body,
  );
  await firstPaint();
  isPainted.value = true;
  const { startAfterFirstPaint } = await import('./after-first-paint.ts');
  startAfterFirstPaint(state);
}
