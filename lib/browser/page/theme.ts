import type { Settings } from '../../domain/settings/settings.ts';

type Look = Pick<Settings, 'theme' | 'up'>;

const COPY = 'look';
let worn = '';

/** Shows the page in the user's theme and colours. */
export function dress({ theme, up }: Look): void {
  const look = `${theme} ${up}`;
  if (look === worn) return;
  put(look);
  try {
    localStorage.setItem(COPY, look);
  } catch {
    // Where the browser keeps nothing of this kind the first frame is the system's; the storage is read right after it.
  }
}

/** The same as it was worn last, from a copy that can be read at once: not even the first frame is in another theme. */
export function dressAsBefore(): void {
  try {
    put(localStorage.getItem(COPY) ?? '');
  } catch {
    // See above.
  }
}

function put(look: string): void {
  worn = look;
  const [theme = '', up = ''] = look.split(' ');
  Object.assign(document.documentElement.dataset, { theme, up });
}
