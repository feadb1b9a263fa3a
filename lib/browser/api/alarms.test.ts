import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ensureAlarm, ensurePaceAlarms, onAlarm } from './alarms.ts';

describe('L1: the alarm', () => {
  it('is created once in fifty wake-ups', async () => {
    const create = vi.spyOn(fakeBrowser.alarms, 'create');
    for (let wake = 0; wake < 50; wake += 1) await ensureAlarm(60, Date.now());
    expect(create).toHaveBeenCalledExactlyOnceWith('poll', { periodInMinutes: 1, delayInMinutes: 1 });
  });

  it('is created again when it is missing or has another period', async () => {
    await ensureAlarm(60, Date.now());
    await fakeBrowser.alarms.clearAll();
    await ensureAlarm(60, Date.now());
    await ensureAlarm(30, Date.now());
    expect(await fakeBrowser.alarms.getAll()).toMatchObject([{ name: 'poll', periodInMinutes: 0.5 }]);
  });

  it('is created again when the clock was set back, and kept when it was set forward', async () => {
    const create = vi.spyOn(fakeBrowser.alarms, 'create');
    const now = Date.now();
    await ensureAlarm(60, now);
    create.mockClear();
    await ensureAlarm(60, now + 8 * 3_600_000);
    expect(create).not.toHaveBeenCalled();
    await ensureAlarm(60, now - 3_600_000);
    expect(create).toHaveBeenCalledOnce();
  });

  it('fires every five seconds by six alarms, which later rounds keep, and ends with the danger', async () => {
    const create = vi.spyOn(fakeBrowser.alarms, 'create');
    const now = Date.now();
    const everyFive = { period: 30, offsets: [0, 5, 10, 15, 20, 25] };
    const list = async () =>
      (await fakeBrowser.alarms.getAll())
        .filter(({ name }) => name.startsWith('poll/'))
        .map(({ scheduledTime }) => (scheduledTime - now) / 1000)
        .toSorted((a, b) => a - b);
    await ensurePaceAlarms({ period: 30, offsets: [0, 10, 20] }, now);
    expect(await list()).toEqual([30, 40, 50]);
    await ensurePaceAlarms(everyFive, now + 4_000);
    expect(await list()).toEqual([30, 35, 40, 45, 50, 55]);
    create.mockClear();
    await ensurePaceAlarms(everyFive, now + 5_000);
    expect(create).not.toHaveBeenCalled();
    await ensurePaceAlarms(null, now);
    expect(await list()).toEqual([]);
  });

  it('calls back only for its own name', async () => {
    const ring = vi.fn();
    onAlarm(ring);
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'other', scheduledTime: 0, persistAcrossSessions: true });
    expect(ring).not.toHaveBeenCalled();
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'poll', scheduledTime: 0, persistAcrossSessions: true });
    expect(ring).toHaveBeenCalledOnce();
  });
});
