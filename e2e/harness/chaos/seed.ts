import process from 'node:process';

/** The seed of a run under chaos (`npm run test:chaos`); undefined in any other run. */
export const SEED = process.env.CHAOS === undefined ? undefined : Number(process.env.SEED);

/** What the product promises within some time comes later by that factor where its background dies on the way. */
export const SLOWNESS = SEED === undefined ? 1 : 10;

/** What the tests say of themselves. */
export const mood = {
  /** Whether the background is to be left alone: before the first test, and during those that are excepted. */
  calm: true,
  /** When the last round was last made one of long ago, in ms: what had been begun by then is over. */
  restedAt: 0,
};
