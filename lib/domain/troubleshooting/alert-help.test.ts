import { expect, it } from 'vitest';
import { listAlertHelp } from './alert-help.ts';

it.each([
  ['win', false, ['help_windows', 'help_chromium']],
  ['mac', false, ['help_mac', 'help_mac_chromium', 'help_chromium']],
  ['mac', true, ['help_mac', 'help_firefox']],
  ['linux', false, ['help_linux', 'help_chromium']],
  ['openbsd', true, ['help_windows', 'help_mac', 'help_linux', 'help_firefox']],
] as const)('what to check on %s, in Firefox: %s', (system, isFirefox, keys) => {
  expect(listAlertHelp(system, isFirefox)).toEqual(keys);
});
