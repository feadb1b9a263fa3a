import { start } from './start.tsx';

/**
 * The settings share this file, for what both need, and are no view: there nothing begins. On its own this line would be a
 * file too small for Chromium to keep compiled, and the popup some 6 % slower.
 */
if (document.documentElement.dataset.view) void start();
