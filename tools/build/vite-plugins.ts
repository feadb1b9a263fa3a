type Bundle = Readonly<Record<string, { readonly type: string; readonly code?: string }>>;

const PAGE_SCRIPT = '<script type="module"';

/** Delays the first frame until the first script has applied the user's theme. Browsers without support ignore it. */
export const blockFirstPaint = {
  name: 'block-first-paint',
  transformIndexHtml: (html: string) => {
    if (!html.includes(PAGE_SCRIPT))
      throw new Error(`No ${PAGE_SCRIPT} in a page: look at tools/build/vite-plugins.ts`);
    return html.replaceAll(PAGE_SCRIPT, `${PAGE_SCRIPT} blocking="render"`);
  },
};

const SET_MARKUP = /\.innerHTML=(\w+)\.__html/;
const ASSIGNED = /\.innerHTML\s*=[^=]/;

/**
 * Makes Preact set text instead of markup. The product never sets markup, and removed code cannot be misused. Fails if the
 * built code still sets markup.
 */
export const forbidInnerHtml = {
  name: 'forbid-inner-html',
  transform(code: string, id: string) {
    if (!id.endsWith('/preact/dist/preact.mjs')) return null;
    return { code: code.replace(SET_MARKUP, '.textContent=$1.__html'), map: null };
  },
  generateBundle(_: unknown, bundle: Bundle) {
    for (const [file, { code }] of Object.entries(bundle)) {
      if (code !== undefined && ASSIGNED.test(code))
        throw new Error(`${file} sets innerHTML: look at tools/build/vite-plugins.ts`);
    }
  },
};
