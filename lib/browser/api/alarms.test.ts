import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ensureAlarm, onAlarm } from './alarms.ts';

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

  it('calls back only for its own name', async () => {
    const ring = vi.fn();
    onAlarm(ring);
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'other', scheduledTime: 0, persistAcrossSessions: true });
    expect(ring).not.toHaveBeenCalled();
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'poll', scheduledTime: 0, persistAcrossSessions: true });
    expect(ring).toHaveBeenCalledOnce();
  });
});
