import { type ReadonlySignal, signal } from '@preact/signals';
import { settingsHash } from '../../../lib/browser/api/settings-page.ts';
import { readOrDefault, update, watch } from '../../../lib/browser/storage/store.ts';
import { parseSettingsHash } from '../../../lib/domain/troubleshooting/parse-settings-hash.ts';
import {
  formatSettingsHash,
  NEW_ACCOUNT,
  type Pane,
  type SettingsPlace,
} from '../../../lib/domain/troubleshooting/settings-link.ts';

/** The shown place of the settings. `arrival` changes each time the user comes to a place by its address. */
export type Visit = { readonly place: SettingsPlace; readonly arrival: object | null };

/** Follows the address of the page, so that links and the back button work. */
export type Navigation = {
  readonly visit: ReadonlySignal<Visit>;
  goTo(place: SettingsPlace): void;
  /** Shows a pane without moving the focus, which would end the browser's search. */
  reveal(pane: Pane): void;
  /** Leaves the form that adds an account, once it is done. */
  leaveNewAccount(): void;
};

export function createNavigation(): Navigation {
  const start = parseSettingsHash(location.hash) ?? { pane: 'accounts', account: null };
  const visit = signal<Visit>({ place: start, arrival: location.hash === '' ? null : {} });
  let shownHash = location.hash;
  addEventListener('hashchange', () => {
    if (location.hash === shownHash) return;
    shownHash = location.hash;
    const place = parseSettingsHash(shownHash);
    // The address of an element within the page names no pane.
    if (place) visit.value = { place, arrival: {} };
  });
  const goTo = (place: SettingsPlace) => {
    const hash = formatSettingsHash(place);
    if (location.hash === hash) visit.value = { place, arrival: {} };
    else location.hash = hash;
  };
  const reveal = (pane: Pane) => {
    const place = { pane, account: null };
    shownHash = formatSettingsHash(place);
    history.replaceState(null, '', shownHash);
    visit.value = { place, arrival: null };
  };
  const leaveNewAccount = () => {
    if (visit.peek().place.account === NEW_ACCOUNT) goTo({ pane: 'accounts', account: null });
  };
  const navigation = { visit, goTo, reveal, leaveNewAccount };
  void followSettingsHash(navigation);
  return navigation;
}

/** Goes to the place that another page asked for when it opened the settings, now and while this page stays open. */
async function followSettingsHash({ goTo }: Navigation): Promise<void> {
  const follow = async (hash: string | null) => {
    if (hash === null) return;
    await update(settingsHash, () => null);
    const place = parseSettingsHash(hash);
    if (place) goTo(place);
  };
  watch(settingsHash, (loaded) => void follow('value' in loaded ? loaded.value : null));
  await follow(await readOrDefault(settingsHash));
}
