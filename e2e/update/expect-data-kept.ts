import { cp } from 'node:fs/promises';
import { expect } from 'vitest';
import { DEFAULT_ALERT_SETTINGS } from '../../lib/domain/alert/alert-settings.ts';
import { HOUR, MINUTE } from '../../lib/domain/core/time.ts';
import { type AccountSpec, classicRow, type Simulator, startSimulator, unifiedAssets } from '../../simulator/index.ts';
import { copyWithLowerVersion } from '../harness/driver/lower-version.ts';
import { createUpdatableInstall, type Started, type UpdatableInstall } from '../harness/driver/updatable-install.ts';
import { credentialsFor } from '../harness/fixture.ts';
import { BUILDS, PRODUCT, press, readCards, until } from '../harness/index.ts';
import { readAlertLog } from '../harness/page/notifications.ts';
import { readHistoryEntries } from '../harness/state/history-db.ts';
import {
  connectAccounts,
  fireAlarmAndWait,
  ONE_SET,
  parkPolling,
  requestedPaths,
  sendRaw,
} from '../harness/state/rounds.ts';
import { clearBackoff, readAllStorage, readItem, shiftStoredTimes, writeItem } from '../harness/state/storage.ts';

export const classic = credentialsFor('update-classic');
export const unified = credentialsFor('update-unified');
const rows = (available: string) => ({
  'USDT-FUTURES': [
    classicRow({ available, crossedMaxAvailable: available, crossedRiskRate: '0.95', isolatedMargin: '0' }),
  ],
});
export const ACCOUNTS: readonly AccountSpec[] = [
  { ...classic, family: 'classic', accounts: rows('1000') },
  { ...unified, family: 'unified', assets: unifiedAssets({ accountEquity: '500', mgnRatio: '0.1', mmr: '1' }) },
];

/** Puts this build into a folder. */
export const copyBuild = (folder: string) => cp(BUILDS[PRODUCT], folder, { recursive: true });

/** Uses the version that `fill` puts into a folder, updates it to this build, and expects that nothing is lost. */
export async function expectDataKept(fill: (folder: string) => Promise<unknown>): Promise<void> {
  const simulator = await startSimulator({ accounts: ACCOUNTS });
  try {
    const place = await createUpdatableInstall(simulator, async (folder) => {
      await fill(folder);
      await copyWithLowerVersion(folder);
    });
    try {
      await useAndUpdate(place, simulator);
    } finally {
      await place.close();
    }
  } finally {
    await simulator.close();
  }
}

async function useAndUpdate(place: UpdatableInstall, simulator: Simulator): Promise<void> {
  const before = await useForADay(await place.start());
  // A browser that starts polls at once, so new figures would soon replace those of the release.
  const endOutage = simulator.fault({}, { kind: 'code', code: '40725' });
  const { browser, options } = await place.update(copyBuild);
  const isShown = async () => {
    const badge = await browser.badge();
    if (badge.text !== '95%?') throw new Error(JSON.stringify(badge));
    return true;
  };
  await until(isShown, { what: 'the badge of what was stored' });
  const { readings: _, alertStates: __, ...chosen } = before.local;
  expect(await readAllStorage(options)).toMatchObject(chosen);
  expect((await readItem(options, 'accounts'))?.map(({ label }) => label)).toEqual(['Main', 'Pool']);
  expect(await readItem(options, 'settings')).toMatchObject({ hideAmounts: true, period: 60 });
  simulator.account(classic.apiKey).accounts = rows('2000');
  simulator.clearLog();
  endOutage();
  // Both accounts are due, however many rounds failed.
  await clearBackoff(options);
  await shiftStoredTimes(options, MINUTE);
  await fireAlarmAndWait(options);
  expect(requestedPaths(simulator)).toEqual(expect.arrayContaining([...ONE_SET, 'assets']));
  expect(simulator.log.every(({ signature }) => signature === 'right')).toBe(true);
  const popup = await browser.open('popup.html');
  await press(popup, 'Show amounts');
  await until(async () => (await readCards(popup)).some(({ figures }) => figures['Free margin'] === '2,000.00'), {
    what: 'the new figures',
  });
  await popup.close();
  // Shown by the release, or by this build where the release has no alerts: one alert in all.
  await until(async () => (await readAlertLog(options)).length > 0, { what: 'the alert of the danger' });
  expect(await readAlertLog(options)).toEqual(['delivered: Danger: USDT USDT-M, Main at 95.0%']);
  const after = new Map((await readHistoryEntries(options)).map(({ key, chunk }) => [String(key), chunk]));
  for (const { key, chunk } of before.history)
    for (const [series, samples] of Object.entries(chunk))
      expect(after.get(String(key))?.[series]).toEqual(expect.arrayContaining([...samples]));
}

/** Leaves two accounts, hidden amounts and, where the version has alerts, an alert; returns what is stored then. */
async function useForADay({ browser, options }: Started) {
  await connectAccounts(options, classic, 'Main');
  await connectAccounts(options, unified, 'Pool');
  const popup = await browser.open('popup.html');
  await until(async () => (await readCards(popup)).length === 2, { what: 'two cards' });
  await press(popup, 'Hide amounts');
  await until(async () => (await readItem(options, 'settings'))?.hideAmounts, { what: 'amounts are hidden' });
  await popup.close();
  await fireAlarmAndWait(options);
  // The first release had no alerts.
  if (await readItem(options, 'alertStates')) {
    await until(async () => (await readAlertLog(options)).length === 1, { what: 'the alert of the danger' });
    await sendRaw(options, { type: 'snooze', account: null, until: Date.now() + HOUR });
    await until(() => readItem(options, 'snooze'), { what: 'a snooze' });
    await writeItem(options, 'alertSettings', { ...DEFAULT_ALERT_SETTINGS, repeatDanger: 0, hold: 7 });
  }
  await parkPolling(options);
  // However long the start takes, the figures of the danger are old then, and the calm account is due again.
  await shiftStoredTimes(options, MINUTE);
  return { local: await readAllStorage(options), history: await readHistoryEntries(options) };
}
