import fc from 'fast-check';

/** A property that detects a mutant does so within few runs, and each surviving mutant costs all runs. */
fc.configureGlobal({ numRuns: 25 });
