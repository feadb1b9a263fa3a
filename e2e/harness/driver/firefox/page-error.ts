import type { PageError } from '../page-error.ts';
import type { ChromeContext } from './chrome-context.ts';
import type { ConsoleMessage } from './internals.ts';

/**
 * Collects every error of the extension's pages and background from now on. Firefox's own console has those of all its
 * processes, CSP violations included. Texts of `console.error` are not among them.
 */
export async function collectPageErrors(system: ChromeContext, origin: string): Promise<readonly PageError[]> {
  const issues: PageError[] = [];
  await system.listen(observe, (text) => {
    const { errorMessage, sourceName, category } = JSON.parse(text) as Record<string, string>;
    if (!sourceName?.startsWith(origin)) return;
    const kind = category?.startsWith('CSP') ? 'browser' : 'exception';
    issues.push({ where: sourceName.slice(origin.length), kind, text: errorMessage ?? '' });
  });
  return issues;
}

/** Runs in Firefox itself. */
function observe(report: (text: string) => void): void {
  Services.console.registerListener({
    observe: (message: ConsoleMessage) => {
      const { errorMessage, sourceName, flags = 0, category } = message;
      const isWarning = (flags & 1) === 1;
      if (errorMessage !== undefined && !isWarning) report(JSON.stringify({ errorMessage, sourceName, category }));
    },
  });
}
