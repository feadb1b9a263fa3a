import fc from 'fast-check';

/** A mutant that a property finds is found soon; each one that lives costs all of its runs. */
fc.configureGlobal({ numRuns: 25 });
