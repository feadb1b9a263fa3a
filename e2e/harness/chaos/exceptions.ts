const INSIDE = 'what the browser is asked to show is heard inside of the background, and no more once that has died';
const UNTOLD =
  'a change that is cut short after it was made is not told as made; `lib/monitor/rekey.test` cuts it after every write';
const COUNTED = 'it counts what a kill changes, and kills by itself where that matters';

/**
 * Tests during which the background is left alone, each with its reason. All others pass while it is killed. A file's
 * name ends at `.test.ts`; a test is named by its beginning.
 */
export const EXCEPTIONS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  alerts: {
    'A1 tell each level': INSIDE,
    'are not told twice': INSIDE,
    'A2 are one': INSIDE,
    'tell the end once': INSIDE,
    'A1 make one': INSIDE,
    'A3 that the browser refuses': INSIDE,
    'can be silenced from the popup': INSIDE,
    'of one’s own': INSIDE,
    'tell no amount': INSIDE,
  },
  'faults-life': { 'L3 is counted': COUNTED },
  'faults-network': {
    'L3 never answers': 'its round takes 25 s, and no background lives as long as that here',
    'P2 resets each connection':
      'how often Chromium itself asks again follows from the connections that it has kept open',
    'P2 is away for an hour': 'the debugger cuts off this background alone: the next one would be online',
  },
  'vault-modes': {
    'leaves the device': UNTOLD,
    'leaves a password': UNTOLD,
    'takes another password': UNTOLD,
    'can be chosen anew': UNTOLD,
  },
  'vault-password': {
    'is locked by a button': INSIDE,
    'makes five wrong passwords wait': COUNTED,
  },
  views: { 'it asks as often as': 'it measures the time from round to round, of which none may be cut short' },
};

/** Why a test is left in peace; undefined where it is not. */
export function reasonFor(file: string, test: string): string | undefined {
  const listed = EXCEPTIONS[file.replace(/^.*\//, '').replace(/\.test\.ts$/, '')] ?? {};
  return Object.entries(listed).find(([name]) => test.startsWith(name))?.[1];
}
