import { render } from 'preact';
import { I18nProvider } from '../../components/words.ts';
import { dress, dressAsBefore } from '../../lib/browser/dress.ts';
import { readEarly } from '../../lib/browser/early.ts';
import * as items from '../../lib/browser/items.ts';
import { pageLanguage } from '../../lib/browser/page-language.ts';
import { type Item, type Loaded, parse } from '../../lib/browser/store.ts';
import type { Card } from '../../lib/domain/card.ts';
import { DEFAULT_SETTINGS } from '../../lib/domain/settings.ts';
import { SECOND } from '../../lib/domain/time.ts';
import type { Foot } from './alerts.tsx';
import { App } from './app.tsx';
import { refresh } from './deeds.ts';
import { follow } from './follow.ts';
import type { Later } from './later.tsx';
import { painted } from './painted.ts';
import { loadPlaces } from './pin.ts';
import { pulse } from './pulse.ts';
import { type Extra, isShowcased, type Known, needsExtra, type Showcase, sceneOf } from './scene.ts';
import type { VaultParts } from './vault.tsx';

/** As many cards as fill the tallest popup; the others are drawn after the first paint. */
const FIRST = 3;

/**
 * Paints what is stored; then follows the storage. The popup draws itself anew from its values each time, so it needs no
 * signals, which would be an eighth of what it loads.
 */
export async function start(): Promise<void> {
  // First of all, for the answer takes a while; the words are made ready meanwhile.
  const reading = readEarly();
  dressAsBefore();
  const words = pageLanguage();
  document.documentElement.lang = words.text('language');
  const early = await reading;
  const first = <T,>(item: Item<T>): Loaded<T> => (early ? parse(item, early[item.key]) : { state: 'closed' });
  let known: Omit<Known, 'now'> = {
    accounts: first(items.accounts),
    settings: first(items.settings),
    readings: first(items.readings),
    loss: first(items.loss),
    showcase: first(items.showcase),
    folded: first(items.folded),
    flight: parse(items.flight, undefined),
    asked: null,
  };
  let foot: Foot | null = null;
  let vaultAt: (now: number) => VaultParts | null = () => null;
  let most = FIRST;
  let extra: Extra | null = null;
  let later: Later | null = null;
  let showcase: Showcase | null = null;
  let isFollowing = false;
  const draw = async (): Promise<void> => {
    const look = () => {
      const now = Date.now();
      return sceneOf({ ...known, now }, showcase && isShowcased(known) ? showcase.showcaseOf(now, words) : null);
    };
    if (!showcase && isShowcased(known)) showcase = await import('../../lib/domain/showcase/showcase.ts');
    let scene = look();
    if (!extra && needsExtra(scene)) {
      extra = await import('./extra.ts');
      scene = look();
    }
    if (scene.state === 'good') {
      dress(scene.watched.settings);
      later?.look(scene);
    }
    // What was laid out while this was loaded is no part of what is drawn, and would stay beside it.
    document.querySelector('.shell')?.remove();
    render(
      <I18nProvider value={words}>
        <App
          scene={scene}
          most={most}
          extra={extra}
          foot={foot}
          vault={vaultAt(Date.now())}
          later={later}
          onOpen={(card) => void open(card)}
          onRefresh={ask}
        />
      </I18nProvider>,
      document.body,
    );
  };
  const learn = (news: Partial<typeof known>): void => {
    known = { ...known, ...news };
    if (isFollowing) void draw();
  };
  const ask = (): void => {
    learn({ asked: Date.now() });
    refresh();
  };
  let loading: Promise<Later> | null = null;
  const loadLater = (): Promise<Later> => {
    loading ??= import('./later.tsx').then(({ begin }) => (later = begin(draw, ask)));
    return loading;
  };
  // A click that comes before what it opens is kept for it.
  const open = async (card: Card): Promise<void> => {
    const opener = document.activeElement;
    (await loadLater()).open(card, opener);
  };
  const openVault = async (): Promise<void> => {
    const { followVault } = await import('./vault.tsx');
    await followVault((partsAt) => {
      vaultAt = partsAt;
      if (isFollowing) void draw();
    });
  };
  // Who keeps the keys as at first never had this stored, and need not wait for it.
  const isSpecial = early !== null && 'lock' in early;
  if (isSpecial) await openVault();
  await draw();
  document.querySelector('.shell')?.remove();
  await painted();
  void loadLater();
  most = Number.POSITIVE_INFINITY;
  setInterval(() => void draw(), SECOND);
  refresh();
  pulse(() => ('value' in known.settings ? known.settings.value : DEFAULT_SETTINGS).viewPeriod);
  void loadPlaces();
  await Promise.all([
    follow(items.accounts, (accounts) => learn({ accounts })),
    follow(items.settings, (settings) => learn({ settings })),
    follow(items.readings, (readings) => learn({ readings })),
    follow(items.showcase, (showcase) => learn({ showcase })),
    follow(items.folded, (folded) => learn({ folded })),
    follow(items.loss, (loss) => learn({ loss })),
    follow(items.flight, (flight) => learn({ flight })),
  ]);
  isFollowing = true;
  await draw();
  if (!isSpecial) await openVault();
  const { followAlerts } = await import('./alerts.tsx');
  await followAlerts((next) => {
    foot = next;
    void draw();
  });
}
