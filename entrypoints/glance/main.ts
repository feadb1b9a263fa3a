import { start } from './start.tsx';

/**
 * The settings share this file, for what both need, and are no view: there nothing begins. On its own this line would be a
 * file too small for Chromium to keep compiled, which took a tenth of the popup's time.
 */
if (document.documentElement.dataset.view) void start();
