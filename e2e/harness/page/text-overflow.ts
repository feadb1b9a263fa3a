import type { Page } from 'puppeteer-core';

/**
 * Returns the texts of a page that have too little room, and why: they leave the window or their box, are cut by an outer
 * box, or lie over another text. A text that ends in an ellipsis has room in its tooltip. Folded texts, and those for
 * assistive technology alone, are left out.
 */
export function listCrampedTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    type Piece = { readonly text: string; readonly node: Element; readonly box: DOMRect };
    const SLACK = 1;
    // Elements out of view are not laid out: their position is from before they were unfolded.
    const all = new CSSStyleSheet();
    all.replaceSync('* { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(all);
    const isShown = (node: Element) =>
      node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !node.closest('.unseen, .uplot, [hidden]');
    const pieces: Piece[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode } = walker;
      const node = currentNode.parentElement;
      const text = currentNode.textContent?.trim() ?? '';
      if (!node || !text || node.closest('select') || !isShown(node)) continue;
      const range = document.createRange();
      range.selectNodeContents(currentNode);
      for (const box of range.getClientRects()) if (box.width > SLACK) pieces.push({ text, node, box });
    }
    const isOut = (inner: DOMRect, outer: DOMRect) =>
      inner.left < outer.left - SLACK || inner.right > outer.right + SLACK;
    const findBlock = (node: Element): Element =>
      getComputedStyle(node).display.startsWith('inline') && node.parentElement && !node.matches('button')
        ? findBlock(node.parentElement)
        : node;
    const listClips = (node: Element | null): Element[] =>
      node ? [...(getComputedStyle(node).overflowX === 'visible' ? [] : [node]), ...listClips(node.parentElement)] : [];
    const endsInEllipsis = (node: Element) =>
      listClips(node).some((clip) => getComputedStyle(clip).textOverflow === 'ellipsis');
    // A word that begins a line may stand within a sentence there.
    const isInTooltip = (node: Element, text: string) =>
      node.closest('[title]')?.getAttribute('title')?.toLowerCase().includes(text.toLowerCase());
    const cramped = pieces.flatMap(({ text, node, box }) => {
      if (endsInEllipsis(node) && isInTooltip(node, text)) return [];
      const window = new DOMRect(0, 0, document.documentElement.clientWidth, 0);
      if (isOut(box, window)) return [`leaves the window: ${text}`];
      if (isOut(box, findBlock(node).getBoundingClientRect())) return [`leaves its box: ${text}`];
      const cut = listClips(node).some((clip) => isOut(box, clip.getBoundingClientRect()));
      return cut ? [`is cut: ${text}`] : [];
    });
    const cover = (one: DOMRect, other: DOMRect) =>
      Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
      Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > one.height / 3;
    // Content that scrolled under a header overlaps nothing: its scroll box clips it.
    const over = pieces.flatMap((one, index) =>
      pieces
        .slice(index + 1)
        .filter((other) => one.node !== other.node && cover(one.box, other.box))
        .filter((other) => listClips(one.node)[0] === listClips(other.node)[0])
        .map((other) => `lies over another: ${one.text} / ${other.text}`),
    );
    // On a page as narrow as a phone a long option is shown in full only in the open list.
    const isNarrow = window.innerWidth < 520;
    const choices = [...document.querySelectorAll('select')]
      .filter((each) => !isNarrow && isShown(each))
      .flatMap((select) => {
        const natural = select.cloneNode(true) as HTMLSelectElement;
        natural.removeAttribute('id');
        natural.style.width = 'max-content';
        select.after(natural);
        const wanted = natural.offsetWidth;
        natural.remove();
        const longest = [...select.options].map(({ text }) => text).toSorted((a, b) => b.length - a.length)[0];
        return wanted > select.offsetWidth + SLACK ? [`is cut in its list: ${longest}`] : [];
      });
    document.adoptedStyleSheets.pop();
    return [...cramped, ...over, ...choices];
  });
}
