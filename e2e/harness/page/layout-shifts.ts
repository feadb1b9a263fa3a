import type { Page } from 'puppeteer-core';

/**
 * Returns what has changed its place since the page opened. The shift that this function itself causes comes after all
 * others, so none is missed.
 */
export function listLayoutShifts(page: Page): Promise<readonly string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const seen: PerformanceEntry[] = [];
        let ownAt = Number.POSITIVE_INFINITY;
        new PerformanceObserver((list) => {
          seen.push(...list.getEntries());
          const others = seen.filter(({ startTime }) => startTime < ownAt);
          if (others.length < seen.length) resolve(others.map((entry) => JSON.stringify(entry)));
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => {
          ownAt = performance.now();
          document.body.style.paddingTop = '40px';
        });
      }),
  );
}
