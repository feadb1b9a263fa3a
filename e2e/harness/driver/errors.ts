import type { BrowserUnderTest } from './launch.ts';
import type { PageError } from './page-error.ts';

type Watched = { readonly errors: BrowserUnderTest['errors']; taken: number };

/** Every browser that this test file has launched. */
const watchedBrowsers: Watched[] = [];
let expected: RegExp | undefined;

/** Has the errors of a browser reported after each test. */
export function watchErrors({ errors }: BrowserUnderTest): void {
  watchedBrowsers.push({ errors, taken: 0 });
}

/** Allows errors with such a text in this test file, because its tests provoke them. */
export function expectErrors(text: RegExp): void {
  expected = text;
}

/** Returns the unexpected errors since the last call, so that each is reported at one test only. */
export function takeErrors(): readonly PageError[] {
  return watchedBrowsers.flatMap((each) => {
    const fresh = each.errors.slice(each.taken);
    each.taken = each.errors.length;
    return fresh.filter(({ text }) => !expected?.test(text));
  });
}
