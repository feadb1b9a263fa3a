import { join, resolve } from 'node:path';
import { build } from 'vite';

const HERE = import.meta.dirname;
export const CLIENTS = ['ours', 'bare', 'bare-web', 'bitget-api', 'ccxt'] as const;
export type ClientName = (typeof CLIENTS)[number];

/** A folder inside `bench`, where the other libraries are installed. */
const OUT = resolve(HERE, '../.output/clients');

/** Bundles a client as it would ship, without types. The other libraries stay external. */
export async function bundleClient(name: ClientName): Promise<string> {
  const entry = `virtual:${name}`;
  const code = `import { open } from ${JSON.stringify(join(HERE, 'clients', `${name}.ts`))};
    import { measure } from ${JSON.stringify(join(HERE, 'measure.ts'))};
    await measure(open);`;
  await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      { name: 'entry', resolveId: (id) => (id === entry ? id : null), load: (id) => (id === entry ? code : null) },
    ],
    build: {
      ssr: true,
      minify: true,
      target: 'node24',
      outDir: OUT,
      emptyOutDir: false,
      rolldownOptions: {
        input: { [name]: entry },
        external: ['bitget-api', 'ccxt', /^node:/],
        output: { entryFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true, external: ['bitget-api', 'ccxt'] },
  });
  return join(OUT, `${name}.mjs`);
}
