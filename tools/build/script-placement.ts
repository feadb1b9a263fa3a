import { sep } from 'node:path';

type Graph = { getModuleInfo(id: string): { readonly importers: readonly string[] } | null };

const VIEW = path('entrypoints/popup/main.tsx');
/** A module without content that WXT inserts before the script of each page. */
const EMPTY = 'wxt-html-plugins';

/**
 * Puts all modules that the view needs for its first paint into one file, because a second file would delay the paint by a
 * frame or two. The bundler decides on all other modules. The plugin fails the build if a module named here is missing.
 */
export function placeScripts() {
  const missing = new Set([VIEW, EMPTY]);
  return {
    chunkName(id: string, graph: Graph): string | null {
      for (const name of missing) if (id.includes(name)) missing.delete(name);
      return id.includes(EMPTY) || isImportedBy(id, VIEW, graph) ? 'paint' : null;
    },
    plugin: {
      name: 'check-script-placement',
      generateBundle() {
        if (missing.size > 0)
          throw new Error(`No module ${[...missing].join(', ')}: look at tools/build/script-placement.ts`);
      },
    },
  };
}

/**
 * Returns whether the root imports the module, directly or through others, without `import()`. The root itself stays
 * outside the chunk, because other pages load the chunk too and must not start the view.
 */
function isImportedBy(id: string, root: string, graph: Graph, seen = new Set<string>()): boolean {
  if (id.endsWith(root)) return seen.size > 0;
  if (seen.has(id)) return false;
  seen.add(id);
  return (graph.getModuleInfo(id)?.importers ?? []).some((importer) => isImportedBy(importer, root, graph, seen));
}

function path(file: string): string {
  return sep + file.replaceAll('/', sep);
}
