import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** A rule of accessibility that the page breaks, and where. */
export interface Violation {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly nodes: readonly string[];
}

/** What axe-core has to say about a page as it stands. It is injected by the debugger, which no CSP stops. */
export async function findViolations(page: Page): Promise<readonly Violation[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document);
    return violations.map(({ id, impact, help, nodes }) => ({
      rule: id,
      impact: impact ?? 'unknown',
      help,
      nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
    }));
  });
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
