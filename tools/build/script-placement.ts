import { sep } from 'node:path';

type Graph = { getModuleInfo(id: string): { readonly importers: readonly string[] } | null };

const VIEW = path('entrypoints/popup/main.tsx');
/** A module without content that WXT puts before each page's script. */
const EMPTY = 'wxt-html-plugins';

/**
 * Decides which file a module goes into: all that the view needs for its first paint into one, since what is fetched after
 * another file paints a frame or two later; the bundler decides on the rest. The plugin fails the build when one of the
 * modules that this depends on is no longer there.
 */
export function placeScripts() {
  const missing = new Set([VIEW, EMPTY]);
  return {
    chunkName(id: string, graph: Graph): string | null {
      for (const name of missing) if (id.includes(name)) missing.delete(name);
      return id.includes(EMPTY) || reaches(id, VIEW, graph) ? 'paint' : null;
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
 * Whether the root imports the module, itself or through others; what `import()` brings later does not count. The root
 * does not import itself, so it stays outside of the chunk: other pages load that too, and must not start the view.
 */
function reaches(id: string, root: string, graph: Graph, seen = new Set<string>()): boolean {
  if (id.endsWith(root)) return seen.size > 0;
  if (seen.has(id)) return false;
  seen.add(id);
  return (graph.getModuleInfo(id)?.importers ?? []).some((importer) => reaches(importer, root, graph, seen));
}

function path(file: string): string {
  return sep + file.replaceAll('/', sep);
}
