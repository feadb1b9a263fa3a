import process from 'node:process';
import fc from 'fast-check';

/** Each run tries the same random cases. `SEED=2 npm run test:unit` tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
