import { dressAsBefore } from '../../lib/browser/dress.ts';
import { beginReading } from '../../lib/browser/early.ts';

/**
 * Small, because Chromium shows a popup only when all that its page names has been loaded. What `import()` brings
 * comes while the window is being made, and the storage is read meanwhile.
 */
dressAsBefore();
beginReading();
void import('./start.tsx').then(({ start }) => start());
