import type { Settings } from '../../domain/settings/settings.ts';

type ThemeSettings = Pick<Settings, 'theme' | 'up'>;

const CACHE_KEY = 'look';
let appliedTheme = '';

/** Applies the user's theme and colors to the page. */
export function applyTheme({ theme, up }: ThemeSettings): void {
  const key = `${theme} ${up}`;
  if (key === appliedTheme) return;
  setAttributes(key);
  try {
    localStorage.setItem(CACHE_KEY, key);
  } catch {
    // Without `localStorage` the first frame has the system's theme, until the settings are read.
  }
}

/** Applies the theme cached in `localStorage`, which is synchronous, so that the first frame does not flash. */
export function applyCachedTheme(): void {
  try {
    setAttributes(localStorage.getItem(CACHE_KEY) ?? '');
  } catch {
    // See above.
  }
}

function setAttributes(key: string): void {
  appliedTheme = key;
  const [theme = '', up = ''] = key.split(' ');
  Object.assign(document.documentElement.dataset, { theme, up });
}
