export type Named = { readonly role: string; readonly name: string };

/**
 * Returns the first visible element in `root` with this role and, apart from white space, this name, or null. Runs in a
 * page; its source is sent.
 */
export function findByName(root: Node, { role, name }: Named): Element | null {
  const tags: Readonly<Record<string, string>> = {
    article: 'article',
    button: 'button',
    checkbox: 'input[type=checkbox]',
    combobox: 'select',
    complementary: 'aside',
    form: 'form',
    heading: 'h1, h2, h3, h4, h5, h6',
    image: 'img',
    link: 'a[href]',
    listitem: 'li',
    meter: 'meter',
    radio: 'input[type=radio]',
    region: 'section',
    textbox: 'textarea, input:not([type=checkbox], [type=radio], [type=file])',
  };
  const squash = (text: string) => text.replace(/\s+/g, '');
  const readText = (node: Node | null): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element) || node.matches('[aria-hidden=true], [hidden], select, textarea')) return '';
    return node.getAttribute('aria-label') ?? [...node.childNodes].map(readText).join('');
  };
  const labelledBy = (node: Element) =>
    node
      .getAttribute('aria-labelledby')
      ?.split(/\s+/)
      .map((id) => readText(document.getElementById(id)))
      .join('');
  const labels = (node: Element) => ('labels' in node ? [...((node.labels as NodeList | null) ?? [])] : []);
  const readName = (node: Element) =>
    labelledBy(node) ||
    node.getAttribute('aria-label') ||
    labels(node).map(readText).join('') ||
    node.getAttribute('alt') ||
    readText(node) ||
    node.getAttribute('title') ||
    '';
  const selector = [`:is(${tags[role] ?? 'none'}):not([role])`, `[role=${role === 'image' ? 'img' : role}]`].join(', ');
  const isSeen = (node: Element) =>
    node.checkVisibility({ visibilityProperty: true }) && node.closest('[aria-hidden=true]') === null;
  const candidates = root instanceof Element || root instanceof Document ? [...root.querySelectorAll(selector)] : [];
  return candidates.find((node) => squash(readName(node)) === squash(name) && isSeen(node)) ?? null;
}
