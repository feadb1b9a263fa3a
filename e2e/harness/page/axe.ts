import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** A rule of accessibility that the page breaks, and where. */
export interface Violation {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  readonly nodes: readonly string[];
}

/**
 * What axe-core has to say about a page as it stands, the size of what is to be hit included. It is injected by the
 * debugger, which no CSP stops. One thing is let pass: a meter of a risk that is not known has no value, for that would
 * have to be a number, and unknown is none; its text says `unknown`.
 */
export async function findViolations(page: Page): Promise<readonly Violation[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { rules: { 'target-size': { enabled: true } } });
    return violations
      .map(({ id, impact, help, nodes }) => ({
        rule: id,
        impact: impact ?? 'unknown',
        help,
        nodes: nodes
          .filter(
            ({ html }) => id !== 'aria-required-attr' || !/role="meter".*aria-valuetext="(unknown|none)"/.test(html),
          )
          .map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary ?? ''}`),
      }))
      .filter(({ nodes }) => nodes.length > 0);
  });
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
