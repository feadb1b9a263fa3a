import type { MessageKey } from '../i18n/i18n.ts';

/** By the names of `runtime.PlatformOs`. */
const HELP_OF_SYSTEM: ReadonlyMap<string, MessageKey> = new Map([
  ['win', 'help_windows'],
  ['mac', 'help_mac'],
  ['linux', 'help_linux'],
]);

/** Lists what to check when no notification appears: the system's settings, all if it is another one, and the browser. */
export function listAlertHelp(platform: string, isFirefox: boolean): readonly MessageKey[] {
  const own = HELP_OF_SYSTEM.get(platform);
  const systems = own ? [own] : [...HELP_OF_SYSTEM.values()];
  if (isFirefox) return [...systems, 'help_firefox'];
  return platform === 'mac' ? [...systems, 'help_mac_chromium', 'help_chromium'] : [...systems, 'help_chromium'];
}
