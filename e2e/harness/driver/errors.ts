import type { BrowserUnderTest } from './launch.ts';
import type { PageError } from './page-error.ts';

type TrackedBrowser = { readonly errors: BrowserUnderTest['errors']; taken: number };

/** Every browser that this test file has launched. */
const trackedBrowsers: TrackedBrowser[] = [];
let expected: RegExp | undefined;

/** Reports the errors of a browser after each test. */
export function trackErrors({ errors }: BrowserUnderTest): void {
  trackedBrowsers.push({ errors, taken: 0 });
}

/** Allows errors with such a text in this test file, because its tests provoke them. */
export function expectErrors(text: RegExp): void {
  expected = text;
}

/** Returns the unexpected errors since the last call, so that each is reported at one test only. */
export function takeErrors(): readonly PageError[] {
  return trackedBrowsers.flatMap((each) => {
    const fresh = each.errors.slice(each.taken);
    each.taken = each.errors.length;
    return fresh.filter(({ text }) => !expected?.test(text));
  });
}
