import { describe, expect, it } from 'vitest';
import { ALARM, dieAtEachStep, startBackground } from '../testing/simulated-background/module-mocks.ts';
import {
  accountRow,
  connectAccount,
  data,
  expectReadOnce,
  listRequestedPaths,
  MINUTE,
  nextAlarm,
  ONE_SET,
  storedReading,
} from '../testing/simulated-background/scenario.ts';

describe('L3: a worker killed at any step', { timeout: 60_000 }, () => {
  it('P3, P4: during a round loses no figure, holds no lock, and keeps every stored throttle and refusal', async () => {
    const environment = await connectAccount('main', 'paused', 'refused');
    environment.answer = ({ key, url }) => {
      if (key === 'paused') return { code: '429', pause: 300 };
      return key === 'refused' ? { code: '40018' } : data(url);
    };
    const before = JSON.stringify(storedReading(environment, 'main'));
    const seen = new Set<string>();
    const steps = await dieAtEachStep(environment, ALARM, async (left) => {
      const isPaused = storedReading(left, 'paused')?.retry.throttles !== undefined;
      const isStopped = storedReading(left, 'refused')?.retry.stopped;
      const isRefused = JSON.stringify(storedReading(left, 'refused')).includes('40018');
      const isRead = JSON.stringify(storedReading(left, 'main')) !== before;
      seen.add(`${isPaused ? 'paused' : 'not paused'}, main ${isRead ? 'read' : 'not yet read'}`);
      await nextAlarm(left);
      expectReadOnce(left, 'main');
      expect(listRequestedPaths(left, 'paused')).toEqual(isPaused ? [] : ONE_SET.slice(0, 1));
      expect(listRequestedPaths(left, 'refused')).toEqual(isStopped ? [] : ONE_SET.slice(0, 1));
      // The first refusal is not reported yet. The figures of that account are two periods old, so the badge says "at least".
      expect(left.toolbar.text).toBe(isRefused ? '!' : '>33%');
    });
    expect(seen).toContain('paused, main not yet read');
    expect(steps.length).toBeGreaterThan(60);
  });

  it('A3: during a round with danger has shown it by the next alarm, at most twice', async () => {
    const environment = await connectAccount('main');
    environment.answer = ({ url }) =>
      url.pathname.endsWith('accounts') ? { data: [{ ...accountRow, crossedRiskRate: '0.95' }] } : data(url);
    const times = new Set<number>();
    await dieAtEachStep(environment, ALARM, async (left) => {
      await nextAlarm(left);
      expect([...left.notifications.keys()]).toHaveLength(1);
      expect(left.toolbar.text).toBe('95%');
      times.add(left.notified.length);
      left.time += MINUTE;
      left.notified.length = 0;
      await startBackground(left, ALARM);
      expect(left.notified).toEqual([]);
    });
    expect([...times].toSorted()).toEqual([1, 2]);
  });
});
