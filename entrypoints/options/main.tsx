import { render } from 'preact';
import { Language } from '../../components/words.ts';
import { language } from '../../lib/browser/language.ts';
import { App } from './app.tsx';
import { openState } from './state.ts';

void start();

async function start(): Promise<void> {
  const words = language();
  document.title = words.text('options_title');
  const state = await openState();
  render(
    <Language.Provider value={words}>
      <App state={state} />
    </Language.Provider>,
    document.body,
  );
}
