import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { settings } from '../../../lib/browser/storage/items.ts';
import { read, update } from '../../../lib/browser/storage/store.ts';
import { DEFAULT_SETTINGS } from '../../../lib/domain/settings/settings.ts';
import { createSaver } from './saver.ts';

describe('L7: a saved setting', () => {
  it('is stored at once and can be undone', async () => {
    const saver = createSaver();
    expect(await saver.saveTo(settings)(() => ({ period: 120 }))).toBe(true);
    expect(saver.note.value.state).toBe('saved');
    expect(await read(settings)).toEqual({ ...DEFAULT_SETTINGS, period: 120 });
    await saver.undo();
    expect(saver.note.value.state).toBe('undone');
    expect(await read(settings)).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps what another page saves in the meantime, also when it is undone', async () => {
    const saver = createSaver();
    await Promise.all([
      saver.saveTo(settings)(() => ({ period: 90 })),
      update(settings, (known) => ({ ...known, theme: 'dark' as const })),
    ]);
    expect(await read(settings)).toMatchObject({ period: 90, theme: 'dark' });
    await saver.undo();
    expect(await read(settings)).toMatchObject({ period: 60, theme: 'dark' });
  });

  it('is not undone over a newer value', async () => {
    const saver = createSaver();
    await saver.saveTo(settings)(() => ({ viewPeriod: 20 }));
    await update(settings, (known) => ({ ...known, viewPeriod: 30 }));
    await saver.undo();
    expect(saver.note.value.state).toBe('changed');
    expect(await read(settings)).toMatchObject({ viewPeriod: 30 });
  });

  it('is not reported when nothing changed', async () => {
    const saver = createSaver();
    expect(await saver.saveTo(settings)(({ badge }) => ({ badge }))).toBe(true);
    expect(saver.note.value.state).toBe('none');
  });

  it('is undone once, and only while that is offered', async () => {
    const saver = createSaver();
    await saver.saveTo(settings)(() => ({ period: 45 }));
    saver.dismiss();
    await saver.undo();
    expect(await read(settings)).toMatchObject({ period: 45 });
    expect(saver.note.value.state).toBe('none');
  });

  it('is reported as failed when the browser does not write', async () => {
    const saver = createSaver();
    vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('disk full'));
    expect(await saver.saveTo(settings)(() => ({ period: 300 }))).toBe(false);
    expect(saver.note.value.state).toBe('failed');
  });
});
