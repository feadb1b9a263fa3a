import { PRODUCT } from './launch.ts';

/** Everything that Firefox or its driver cannot do, with the reason. `docs/firefox.md` has the details. */
export const EXCEPTIONS = {
  panel: 'no driver reaches into the panel of the toolbar button: the popup’s page is looked at in a tab of its size',
  heap: 'the driver does not measure the heap of one page',
  console: 'no driver receives the background’s console messages; it receives its errors',
  tree: 'the driver has no whole accessibility tree; it finds single elements',
  quota: 'no quota but the disk’s, and below it `storage.local` is compressed: no write can be made to fail exactly',
  shifts: 'Firefox does not report layout shifts',
  motion: 'its driver cannot set `prefers-reduced-motion`',
  running:
    'an update of a running extension closes the page by which the driver reaches it, so the update is made at a start',
  pictures: 'the references are Chromium’s: Firefox draws letters and fields in its own way',
  shown: 'without a desktop to hand them to, it takes notifications off at once, so none can be listed',
  preload: 'no script can be put before those of an extension’s page',
} as const;

/** Whether the browser of this run has a capability that not every browser has. */
export function can(_: keyof typeof EXCEPTIONS): boolean {
  return PRODUCT === 'chromium';
}
