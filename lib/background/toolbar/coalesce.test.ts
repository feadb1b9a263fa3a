import { describe, expect, it } from 'vitest';
import { coalesce } from './coalesce.ts';

/** Creates work whose runs the test ends. */
function setUp() {
  const runs: PromiseWithResolvers<void>[] = [];
  const call = coalesce(() => {
    const run = Promise.withResolvers<void>();
    runs.push(run);
    return run.promise;
  });
  return { runs, call };
}
const turn = () => new Promise(setImmediate);

describe('coalesced work', () => {
  it('runs once for simultaneous calls', async () => {
    const { runs, call } = setUp();
    const calls = [call(), call(), call()];
    await turn();
    expect(runs).toHaveLength(1);
    runs[0]?.resolve();
    await Promise.all(calls);
  });

  it('runs once more, after a run, for all calls during it', async () => {
    const { runs, call } = setUp();
    void call();
    await turn();
    const later = [call(), call()];
    await turn();
    expect(runs).toHaveLength(1);
    runs[0]?.resolve();
    await turn();
    expect(runs).toHaveLength(2);
    runs[1]?.resolve();
    await Promise.all(later);
    void call();
    await turn();
    expect(runs).toHaveLength(3);
  });

  it('rejects the calls of a failed run, and runs for the next', async () => {
    const { runs, call } = setUp();
    const first = call();
    await turn();
    const second = call();
    runs[0]?.reject(new Error('failed'));
    await expect(first).rejects.toThrow('failed');
    await turn();
    runs[1]?.resolve();
    await expect(second).resolves.toBeUndefined();
  });
});
