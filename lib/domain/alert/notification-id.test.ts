import { describe, expect, it } from 'vitest';
import { formatNotificationId, parseNotificationId } from './notification-id.ts';

describe('a notification id', () => {
  it.each([
    { key: 'risk/main/USDT-FUTURES/USDT', at: 17, url: 'https://www.bitget.com/futures/usdt/BTCUSDT' },
    { key: 'risk/main/UNIFIED/A/B', at: 17, url: null },
    { key: 'several', at: 0, url: null },
  ])('of $key is read back', (parts) => {
    expect(parseNotificationId(formatNotificationId(parts))).toEqual(parts);
  });

  it.each(['test', 'alert/locked', 'alert/locked/x', 'alert/locked/1 http://example.com'])('is not %s', (id) => {
    expect(parseNotificationId(id)).toBeNull();
  });
});
