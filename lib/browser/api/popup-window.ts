import { browser } from 'wxt/browser';
import { type Guard, isEither, isNull, isNumber, isShape } from '../../domain/core/guards.ts';
import { defineLocalItem, defineSessionItem } from '../storage/define-item.ts';
import { load, update } from '../storage/store.ts';

/** Where the view's own window stands, and how large it is, in CSS pixels of the screen. */
type WindowBounds = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** The size of the first window: the popup's, and its frame. */
const INITIAL_SIZE = { width: 396, height: 660 };

const isWindowBounds: Guard<WindowBounds> = isShape<WindowBounds>({
  left: isNumber,
  top: isNumber,
  width: isNumber,
  height: isNumber,
});

/** Where the view's own window stood last. Written by that window. */
const windowBounds = defineLocalItem<WindowBounds | null>('windowBounds', isEither(isWindowBounds, isNull), null);

/** Which window it is, if it is open. Written by that window; the browser's numbers hold for one session. */
const windowId = defineSessionItem<number | null>('window', isEither(isNumber, isNull), null);

/** Opens the view in a small window of its own, where it stood last; the one that is open comes to the front. */
export async function openPopupWindow(): Promise<void> {
  const [open, last] = await Promise.all([load(windowId), load(windowBounds)]);
  const id = 'value' in open ? open.value : null;
  if (id !== null && (await focusWindow(id))) return;
  const size = { ...INITIAL_SIZE, ...('value' in last && last.value) };
  const made = { url: browser.runtime.getURL('/window.html'), type: 'popup' } as const;
  const { width, height } = size;
  // A place that is on no screen any more is refused.
  await browser.windows.create({ ...made, ...size }).catch(() => browser.windows.create({ ...made, width, height }));
}

/** Tells that this page is the view's own window. */
export async function registerWindow(): Promise<void> {
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await update(windowId, () => id);
}

/** Remembers where this window stands, unless it fills the screen or is put away. */
export async function saveBounds(): Promise<void> {
  const { state, left, top, width, height } = await browser.windows.getCurrent();
  const now = { left, top, width, height };
  if (state === 'normal' && isWindowBounds(now)) await update(windowBounds, () => now);
}

async function focusWindow(id: number): Promise<boolean> {
  return await browser.windows.update(id, { focused: true }).then(
    () => true,
    () => false,
  );
}
