import process from 'node:process';
import fc from 'fast-check';

/** The same cases in each run; `SEED=2 npm run unit` tries others. */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 1) });
