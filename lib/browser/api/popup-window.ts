import { browser } from 'wxt/browser';
import { type Guard, isEither, isNull, isNumber, isShape, isText } from '../../domain/core/guards.ts';
import { defineLocalItem, defineSessionItem } from '../storage/define-item.ts';
import { load, update } from '../storage/store.ts';

/** Position and size of the view's own window, in CSS pixels of the screen. */
type WindowBounds = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** The size of the popup plus a window frame. */
const INITIAL_SIZE = { width: 396, height: 660 };

const isWindowBounds: Guard<WindowBounds> = isShape<WindowBounds>({
  left: isNumber,
  top: isNumber,
  width: isNumber,
  height: isNumber,
});

/** The last position and size of the view's own window. Written by that window. */
const windowBounds = defineLocalItem<WindowBounds | null>('windowBounds', isEither(isWindowBounds, isNull), null);

/** The browser's id of the open window, valid for one session. Written by that window. */
const windowId = defineSessionItem<number | null>('window', isEither(isNumber, isNull), null);

/** The card that the view shows first after a click on a notification. Written by the background, deleted by the view. */
export const shownCard = defineSessionItem<string | null>('shownCard', isEither(isText, isNull), null);

/** Opens the view in its own window at the last position, or focuses the window that is already open. */
export async function openPopupWindow(): Promise<void> {
  const [open, last] = await Promise.all([load(windowId), load(windowBounds)]);
  const id = 'value' in open ? open.value : null;
  if (id !== null && (await focusWindow(id))) return;
  const size = { ...INITIAL_SIZE, ...('value' in last && last.value) };
  const options = { url: browser.runtime.getURL('/window.html'), type: 'popup' } as const;
  const { width, height } = size;
  // The browser rejects a position that is no longer on any screen.
  await browser.windows
    .create({ ...options, ...size })
    .catch(() => browser.windows.create({ ...options, width, height }));
}

/** Records that this page is the view's own window. */
export async function registerWindow(): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await update(windowId, () => id);
}

/** Stores the position and size of this window, unless it is maximized or minimized. */
export async function saveBounds(): Promise<void> {
  const { state, left, top, width, height } = await browser.windows.getCurrent();
  const bounds = { left, top, width, height };
  if (state === 'normal' && isWindowBounds(bounds)) await update(windowBounds, () => bounds);
}

async function focusWindow(id: number): Promise<boolean> {
  return await browser.windows.update(id, { focused: true }).then(
    () => true,
    () => false,
  );
}
