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
 * Returns the violations that axe-core finds on a page, too small targets included. The debugger injects axe-core, so
 * the CSP does not stop it. Meters of an unknown risk may lack a value, because a value must be a number; their text
 * says `unknown`.
 */
export async function findViolations(page: Page): Promise<readonly Violation[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, {
      resultTypes: ['violations'],
      rules: { 'target-size': { enabled: true } },
    });
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
