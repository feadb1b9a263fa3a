import { statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Preloaded with `--import`: adds up the bytes of all that is loaded from files, and tells the parent at the end. */
let bytes = 0;
registerHooks({
  load(url, context, next) {
    if (url.startsWith('file:')) bytes += statSync(fileURLToPath(url)).size;
    return next(url, context);
  },
});
process.on('exit', () => process.stdout.write(String(bytes)));
