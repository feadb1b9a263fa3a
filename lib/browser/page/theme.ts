import type { Settings } from '../../domain/settings/settings.ts';

type ThemeSettings = Pick<Settings, 'theme' | 'up'>;

const CACHE_KEY = 'look';
let appliedTheme = '';

/** Shows the page in the user's theme and colours. */
export function applyTheme({ theme, up }: ThemeSettings): void {
  const look = `${theme} ${up}`;
  if (look === appliedTheme) return;
  setAttributes(look);
  try {
    localStorage.setItem(CACHE_KEY, look);
  } catch {
    // Where the browser keeps nothing of this kind the first frame is the system's; the storage is read right after it.
  }
}

/** The same as it was worn last, from a copy that can be read at once: not even the first frame is in another theme. */
export function applyCachedTheme(): void {
  try {
    setAttributes(localStorage.getItem(CACHE_KEY) ?? '');
  } catch {
    // See above.
  }
}

function setAttributes(look: string): void {
  appliedTheme = look;
  const [theme = '', up = ''] = look.split(' ');
  Object.assign(document.documentElement.dataset, { theme, up });
}
