import { sep } from 'node:path';

type Graph = { getModuleInfo(id: string): { readonly importers: readonly string[] } | null };

const FIRST = path('entrypoints/glance/main.ts');
/** A module without content that WXT puts before each page's script. */
const EMPTY = 'wxt-html-plugins';
const PAINT = path('entrypoints/glance/start.tsx');

/**
 * Which file a module goes into: what the view's first script imports, what its first paint takes, each in one file, for
 * files are compressed one by one; all else as the bundler likes. The script itself stays out: what it begins when it is
 * loaded is not to begin in other pages that share a file with it.
 */
export function chunkOf(id: string, graph: Graph): string | null {
  if (id.endsWith(FIRST)) return null;
  if (id.includes(EMPTY) || reaches(id, FIRST, graph)) return 'first';
  return reaches(id, PAINT, graph) ? 'paint' : null;
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
