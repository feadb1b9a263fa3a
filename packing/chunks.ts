import { sep } from 'node:path';

type Graph = { getModuleInfo(id: string): { readonly importers: readonly string[] } | null };

const VIEW = path('entrypoints/glance/main.ts');
/** A module without content that WXT puts before each page's script. */
const EMPTY = 'wxt-html-plugins';

/**
 * Which file a module goes into: all that the view takes for its first paint into one, for what is fetched after another
 * paints a frame or two later; all else as the bundler likes.
 */
export function chunkOf(id: string, graph: Graph): string | null {
  return id.includes(EMPTY) || reaches(id, VIEW, graph) ? 'paint' : null;
}

/** Whether the root imports the module, at once or by others; what `import()` brings later does not count. */
function reaches(id: string, root: string, graph: Graph, seen = new Set<string>()): boolean {
  if (id.endsWith(root)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return (graph.getModuleInfo(id)?.importers ?? []).some((importer) => reaches(importer, root, graph, seen));
}

function path(file: string): string {
  return sep + file.replaceAll('/', sep);
}
