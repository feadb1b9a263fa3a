/** Vite's own helper around `import()` is for networks; here it is enough to ask for all files at once. */
export const plainImports = {
  name: 'plain-imports',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.endsWith('vite/preload-helper.js')
      ? `export const __vitePreload = async (load, needed = []) => {
           const wanted = needed.map((file) => {
             if (document.querySelector('link[href="/' + file + '"]')) return;
             const rel = file.endsWith('.js') ? 'modulepreload' : 'stylesheet';
             return new Promise((onload) => {
               const link = Object.assign(document.createElement('link'), { rel, href: '/' + file, onload, onerror: onload });
               document.head.append(link);
               if (rel === 'modulepreload') onload();
             });
           });
           const loading = load();
           await Promise.all(wanted);
           return loading;
         };`
      : undefined,
};

/** The first frame is to have the user's theme, which a page's first script knows. Where this is not known it is skipped. */
export const scriptFirst = {
  name: 'script-first',
  transformIndexHtml: (html: string) =>
    html.replaceAll('<script type="module"', '<script type="module" blocking="render"'),
};

const MARKUP = /\.innerHTML=(\w+)\.__html/;

/**
 * Takes Preact's way to set markup out: nothing here uses it, and what is not there can neither be misused nor worry a
 * reviewer. What it would have set is set as text.
 */
export const noMarkup = {
  name: 'no-markup',
  transform(code: string, id: string) {
    if (!id.endsWith('/preact/dist/preact.mjs')) return null;
    if (!MARKUP.test(code))
      throw new Error('Preact sets markup in another way than it did: look at packing/plugins.ts');
    return { code: code.replace(MARKUP, '.textContent=$1.__html'), map: null };
  },
};

const ENTRY = '\0virtual:wxt-background-entrypoint?';

/** What WXT wraps around the background serves its development alone; what is shipped begins at once. */
export const plainBackground = {
  name: 'plain-background',
  apply: 'build' as const,
  enforce: 'pre' as const,
  load: (id: string) =>
    id.startsWith(ENTRY)
      ? `import background from ${JSON.stringify(id.slice(ENTRY.length))}; background.main();`
      : undefined,
};
