import { useId } from 'preact/hooks';
import { formatSettingsHash, type Pane } from '../../lib/domain/troubleshooting/settings-link.ts';
import { useI18n } from '../ui/i18n.ts';
import { Logo } from '../ui/logo.tsx';

type Item = {
  readonly pane: Pane;
  readonly title: string;
  /** The most important setting of the pane in a word, such as `on`. */
  readonly state: string;
};
type Props = {
  readonly items: readonly Item[];
  readonly current: Pane;
  readonly version: string;
  onChoose(pane: Pane): void;
};

/** The panes of the settings: a list beside them, or a choice above them where the page is narrow. */
export function SettingsNav({ items, current, version, onChoose }: Props) {
  const i18n = useI18n();
  const id = useId();
  return (
    <nav aria-label={i18n.t('settings')}>
      <h1>
        <Logo />
        {i18n.t('appShortName')}
      </h1>
      <ul>
        {items.map(({ pane, title, state }) => (
          <li key={pane}>
            <a href={formatSettingsHash({ pane, account: null })} aria-current={pane === current ? 'page' : undefined}>
              {title} <small>{state}</small>
            </a>
          </li>
        ))}
      </ul>
      <div class="field">
        <label for={id} class="unseen">
          {i18n.t('settings')}
        </label>
        <select
          id={id}
          value={current}
          onChange={({ currentTarget }) => {
            const chosen = items[currentTarget.selectedIndex];
            if (chosen) onChoose(chosen.pane);
          }}
        >
          {items.map(({ pane, title }) => (
            <option key={pane} value={pane}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <p class="hint">
        {i18n.t('version', version)}
        <br />
        {i18n.t('promise')}
      </p>
    </nav>
  );
}
