import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { MINUTE, SECOND } from '../../../lib/domain/core/time.ts';
import { DEFAULT_SETTINGS } from '../../../lib/domain/settings/settings.ts';
import { buildMargin } from '../../../lib/testing/builders.ts';
import { buildPortfolio, NOW } from '../../../lib/testing/portfolio.ts';
import { pollWhileOpen } from './poll-while-open.ts';

const sent = vi.hoisted(() => vi.fn());
vi.mock('../../../lib/browser/api/send-command.ts', () => ({ sendCommand: sent }));

const readAt = (at: number, viewPeriod = 10) =>
  buildPortfolio({ 'USDT-FUTURES': [buildMargin()] }, at, { settings: { ...DEFAULT_SETTINGS, viewPeriod } });

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  vi.stubGlobal('document', { visibilityState: 'visible', addEventListener: () => undefined });
  sent.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('the settings ask for figures as often as an open view, by the period that is set now', () => {
  const portfolio = signal(readAt(NOW));
  pollWhileOpen({ portfolio });
  vi.advanceTimersByTime(20 * SECOND);
  expect(sent.mock.calls).toEqual(Array(2).fill([{ type: 'viewOpen' }]));
  portfolio.value = readAt(NOW, 30);
  vi.advanceTimersByTime(MINUTE);
  expect(sent).toHaveBeenCalledTimes(4);
});

it('the settings ask at once when the last reading lies in the future', () => {
  pollWhileOpen({ portfolio: signal(readAt(NOW + MINUTE)) });
  vi.advanceTimersByTime(SECOND);
  expect(sent.mock.calls).toEqual([[{ type: 'viewOpen' }]]);
});
