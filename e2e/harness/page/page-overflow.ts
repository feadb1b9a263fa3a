import type { Page } from 'puppeteer-core';

/** Returns the elements that make a page scroll sideways. */
export function findOverflow(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const isWide = (node: Element) =>
      node.scrollWidth > node.clientWidth && getComputedStyle(node).overflowX !== 'visible';
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth && ![...document.querySelectorAll('main')].some(isWide)) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (node) => node.getBoundingClientRect().right > root.clientWidth,
    );
    return ['the page is too wide', ...wide.map((node) => `${node.tagName} ${node.className}`)];
  });
}
