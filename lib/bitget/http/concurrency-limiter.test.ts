import { describe, expect, it } from 'vitest';
import { createConcurrencyLimiter } from './concurrency-limiter.ts';

describe('P6: the gate', () => {
  it('lets two through at once, the others in their order, and a failure makes room too', async () => {
    const gate = createConcurrencyLimiter(2);
    const events: string[] = [];
    const ends = new Map<string, PromiseWithResolvers<void>>();
    const work = (name: string) =>
      gate(async () => {
        events.push(`${name} in`);
        const end = Promise.withResolvers<void>();
        ends.set(name, end);
        await end.promise;
      });
    const all = ['a', 'b', 'c', 'd'].map(work);
    expect(events).toEqual(['a in', 'b in']);
    ends.get('b')?.reject(new Error('failed'));
    await expect(all[1]).rejects.toThrow('failed');
    ends.get('a')?.resolve();
    await all[0];
    await Promise.resolve();
    expect(events).toEqual(['a in', 'b in', 'c in', 'd in']);
    ends.get('c')?.resolve();
    ends.get('d')?.resolve();
    await Promise.all([all[2], all[3]]);
  });
});
