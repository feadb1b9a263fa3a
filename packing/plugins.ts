/** Vite's own helper around `import()` is for networks; here it is enough to ask for all files at once. */
export const plainImports = {
  name: 'plain-imports',
  enforce: 'pre' as const,
  load: (id: string) =>
    id.endsWith('vite/preload-helper.js')
      ? `export const __vitePreload = async (load, needed = []) => {
           const styles = needed.map((file) => {
             if (file.endsWith('.js')) return void import(/* @vite-ignore */ '/' + file);
             if (document.querySelector('link[href="/' + file + '"]')) return;
             return new Promise((onload) => {
               const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/' + file, onload, onerror: onload });
               document.head.append(link);
             });
           });
           const loading = load();
           await Promise.all(styles);
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
