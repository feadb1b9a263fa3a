import { resolve } from 'node:path';
import { build } from 'vite';

/** Returns a module with all its imports, minified for a browser. */
export async function bundleText(code: string): Promise<string> {
  // Inside `bench`, so that its packages resolve before those of the root.
  const entry = resolve(import.meta.dirname, 'entry.js');
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      { name: 'entry', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? code : null) },
    ],
    build: { write: false, minify: true, target: 'chrome124', lib: { entry, formats: ['es'], fileName: 'out' } },
  });
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : 'output' in built ? built.output : [];
  return outputs.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n');
}
