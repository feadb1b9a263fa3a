/** Where the view's own window stands, and how large it is, in CSS pixels of the screen. */
export type Place = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** What the window is given before it has a place of its own: a popup, and its frame. */
export const FIRST_SIZE = { width: 396, height: 660 };
