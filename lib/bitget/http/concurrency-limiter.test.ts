import { describe, expect, it } from 'vitest';
import { createConcurrencyLimiter } from './concurrency-limiter.ts';

describe('P6: the concurrency limiter', () => {
  it('runs two tasks at once, then the others in order, also after a failure', async () => {
    const limiter = createConcurrencyLimiter(2);
    const events: string[] = [];
    const ends = new Map<string, PromiseWithResolvers<void>>();
    const run = (name: string) =>
      limiter('main', async () => {
        events.push(`${name} started`);
        const end = Promise.withResolvers<void>();
        ends.set(name, end);
        await end.promise;
      });
    const all = ['a', 'b', 'c', 'd'].map(run);
    expect(events).toEqual(['a started', 'b started']);
    ends.get('b')?.reject(new Error('failed'));
    await expect(all[1]).rejects.toThrow('failed');
    ends.get('a')?.resolve();
    await all[0];
    await Promise.resolve();
    expect(events).toEqual(['a started', 'b started', 'c started', 'd started']);
    ends.get('c')?.resolve();
    ends.get('d')?.resolve();
    await Promise.all([all[2], all[3]]);
  });

  it('keeps the limit when one of its tasks has ended and nobody waited', async () => {
    const limiter = createConcurrencyLimiter(2);
    const ends = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const;
    const started: string[] = [];
    const running = ends.map(({ promise }) => limiter('main', () => promise));
    ends[0].resolve();
    await running[0];
    const later = ['third', 'fourth'].map((name) =>
      limiter('main', async () => {
        started.push(name);
        await ends[1].promise;
      }),
    );
    expect(started).toEqual(['third']);
    ends[1].resolve();
    await Promise.all([...running, ...later]);
    expect(started).toEqual(['third', 'fourth']);
  });

  it('lets no key hold up another', async () => {
    const limiter = createConcurrencyLimiter(1);
    const end = Promise.withResolvers<void>();
    const silent = limiter('silent', () => end.promise);
    expect(await limiter('other', async () => 'answered')).toBe('answered');
    end.resolve();
    await silent;
    expect(await limiter('silent', async () => 'free again')).toBe('free again');
  });
});
