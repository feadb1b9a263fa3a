import { PRODUCT } from './launch.ts';

/** What Firefox, or its driver, cannot do: all of it, each with its reason, and told at length in `docs/firefox.md`. */
export const EXCEPTIONS = {
  panel: 'no driver reaches into the panel of the toolbar button: the popup’s page is looked at in a tab of its size',
  heap: 'the size of one page’s heap is not told',
  console: 'no driver hears what the background says by `console`; its errors are heard',
  tree: 'the driver hands out no whole accessibility tree; single elements are found by it',
  quota: 'no quota but the disk’s, and below it `storage.local` is compressed: no write can be made to fail exactly',
  shifts: 'what changes its place on a page is not told',
  motion: 'its driver cannot wish for less motion',
  running:
    'an update of what runs takes away the page by which the driver reaches it: there it is made at a start of the browser',
  pictures: 'the references are Chromium’s: Firefox draws letters and fields in its own way',
  preload: 'no script can be put before those of an extension’s page',
} as const;

/** Whether the browser of this run can do what not every one can. */
export function can(_: keyof typeof EXCEPTIONS): boolean {
  return PRODUCT === 'chromium';
}
