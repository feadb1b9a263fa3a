import type { Page } from 'puppeteer-core';
import type { AlertLogEntry } from '../../../lib/domain/alert/alert-log.ts';
import { type AlertSettings, DEFAULT_ALERT_SETTINGS } from '../../../lib/domain/alert/alert-settings.ts';
import type { Decimal } from '../../../lib/domain/money/decimal.ts';
import type { AccountReading } from '../../../lib/domain/polling/reading.ts';
import { buildAccount } from '../../../lib/testing/builders.ts';
import { seedState } from './seed.ts';
import { buildState, main, oneAccount } from './states.ts';
import { writeItem } from './storage.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** Stores three accounts with different keys, two conditions and more alerts than the settings list at first. */
export async function seedThreeAccounts(page: Page, now: number): Promise<void> {
  const accounts = [
    main({ key: { uid: '7', powers: [], addresses: [] } }),
    buildAccount({ id: 'bot', label: 'Grid bot', key: { uid: '8', powers: ['trade'], addresses: ['203.0.113.7'] } }),
    buildAccount({ id: 'pool', label: 'Pool', demo: true }),
  ];
  const fine = oneAccount([['USDT-FUTURES', '0.042', '10575.26']], now - 6 * SECOND);
  await seedState(page, buildState({}, accounts, { main: fine, bot: fine, pool: refused(fine, now) }));
  const alertSettings: AlertSettings = {
    ...DEFAULT_ALERT_SETTINGS,
    conditions: [
      { id: 'a', kind: 'free_below', account: 'main', limit: '500' as Decimal, hours: 1 },
      { id: 'b', kind: 'equity_fall', account: null, limit: '10' as Decimal, hours: 24 },
    ],
  };
  await writeItem(page, 'alertSettings', alertSettings);
  await writeItem(
    page,
    'alertLog',
    Array.from({ length: 7 }, (_, index) => buildEntry(now - (index + 1) * HOUR)),
  );
}

function refused(reading: AccountReading, now: number): AccountReading {
  const known = reading.margin['USDT-FUTURES'];
  if (known?.state !== 'fresh') return reading;
  const failure = { kind: 'refused', code: '40009', cause: 'secret' } as const;
  return { ...reading, margin: { 'USDT-FUTURES': { ...known, state: 'stale', failure, failedAt: now - SECOND } } };
}

function buildEntry(at: number): AlertLogEntry {
  const details = {
    rule: 'risk',
    label: 'Main',
    product: 'USDT-FUTURES',
    coin: 'USDT',
    rate: '0.724' as Decimal,
    complete: true,
    driver: null,
  } as const;
  const levels = { due: 'raised', level: 'warning', previousLevel: 'safe' } as const;
  return { at, status: 'delivered', notice: { key: 'main', ...levels, at, account: 'main', details } };
}
