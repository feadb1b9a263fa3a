import { ensureAlarm } from '../../browser/api/alarms.ts';
import { clock } from '../../browser/api/clock.ts';
import { createI18n } from '../../browser/api/i18n.ts';
import { showToolbar, type ToolbarState } from '../../browser/api/toolbar.ts';
import * as alerts from '../../browser/storage/alert-items.ts';
import { isWiped } from '../../browser/storage/is-wiped.ts';
import * as items from '../../browser/storage/items.ts';
import { latestLockState, lockState, unsavedLockState } from '../../browser/storage/lock-items.ts';
import { type Loaded, readOrDefault, valueOrFallback, watch } from '../../browser/storage/store.ts';
import { loadAll, watchAny } from '../../browser/storage/store-many.ts';
import { latestSettings, unsavedHideAmounts } from '../../browser/storage/unsaved-hide-amounts.ts';
import { latestReadings, unsavedReadings } from '../../browser/storage/unsaved-readings.ts';
import { formatSnoozes } from '../../domain/alert/snooze-text.ts';
import type { MessageKey } from '../../domain/i18n/i18n.ts';
import type { PollRun } from '../../domain/polling/poll-run.ts';
import { buildCards } from '../../domain/portfolio/card.ts';
import { SAMPLE_BADGE } from '../../domain/sample-data/sample-badge.ts';
import { lockedSince } from '../../domain/vault/lock.ts';
import { ACT_BADGE, BADGE_COLORS, buildBadge, LOCKED_BADGE } from '../../domain/view/badge.ts';
import { buildTooltip } from '../../domain/view/tooltip.ts';
import { coalesce } from './coalesce.ts';

/** Everything that the toolbar shows, except the poll run. */
const SHOWN_ITEMS = {
  accounts: items.accounts,
  readings: items.readings,
  unsavedReadings,
  storedSettings: items.settings,
  unsavedHideAmounts,
  storedLock: lockState,
  unsavedLock: unsavedLockState,
  sampleData: items.sampleData,
  wipedAt: items.wipedAt,
  alertStates: alerts.alertStates,
  inMemoryAlertStates: alerts.inMemoryAlertStates,
  snooze: alerts.snooze,
};

/** Renders the toolbar after each change of a value that it shows. */
export function watchToolbar(): void {
  watchAny(Object.values(SHOWN_ITEMS), renderToolbar);
  // Every round writes its run twice, but only this field shows.
  watch(items.pollRun, (now, before) => {
    if (isWriteFailed(now) !== isWriteFailed(before)) void renderToolbar();
  });
}

const isWriteFailed = (loaded: Loaded<PollRun>) => valueOrFallback(items.pollRun, loaded).writeFailed;

let shown = '';

/** Shows the stored state in the toolbar, unless it is already shown. */
export const renderToolbar = coalesce(async () => {
  const toolbar = await compose();
  const next = JSON.stringify(toolbar);
  if (next === shown) return;
  // Unknown until the browser has accepted all calls.
  shown = '';
  await showToolbar(toolbar);
  shown = next;
});

/** Unusable storage needs the user to act. */
async function compose(): Promise<ToolbarState> {
  const i18n = createI18n();
  const { accounts, wipedAt, ...loaded } = await loadAll({
    ...SHOWN_ITEMS,
    pollRun: items.pollRun,
  });
  const act = (title: MessageKey) => ({ text: '!', ground: BADGE_COLORS.act, title: i18n.t(title) });
  if (isWiped(accounts, wipedAt)) return act('tooltip_wiped');
  const readings = latestReadings(loaded.readings, loaded.unsavedReadings);
  const settings = latestSettings(loaded.storedSettings, loaded.unsavedHideAmounts);
  const isUsable = 'value' in accounts && 'value' in readings && 'value' in settings;
  const lock = latestLockState(loaded.storedLock, loaded.unsavedLock);
  if (!isUsable || lock.state === 'future') return act('tooltip_storage');
  const isUnsaved = readings.isUnsaved || settings.isUnsaved || isWriteFailed(loaded.pollRun);
  if (accounts.value.length === 0 && valueOrFallback(items.sampleData, loaded.sampleData)) {
    return { ...SAMPLE_BADGE, title: i18n.t('tooltip_sample') };
  }
  const portfolio = { accounts: accounts.value, readings: readings.value, settings: settings.value };
  const now = clock.now();
  const cards = buildCards(portfolio, now);
  const isLocked = portfolio.accounts.length > 0 && 'value' in lock && lockedSince(lock.value) !== null;
  const alertStates = alerts.latestAlertStates(loaded.alertStates, loaded.inMemoryAlertStates);
  const isRefused = valueOrFallback(alerts.alertStates, alertStates).refusedAt !== null;
  const snooze = valueOrFallback(alerts.snooze, loaded.snooze);
  const shown = isLocked ? LOCKED_BADGE : buildBadge(portfolio, now, isRefused, cards);
  // Only a warning or danger is more urgent than a full disk.
  const isUrgent = shown.tone === 'danger' || shown.tone === 'warning';
  const { text, tone } = isUnsaved && !isLocked && !isUrgent ? ACT_BADGE : shown;
  const lines = [
    ...(isLocked ? [i18n.t('tooltip_locked')] : []),
    ...(isUnsaved ? [i18n.t('tooltip_unsaved')] : []),
    ...(isRefused ? [i18n.t('alert_refused')] : []),
    buildTooltip(portfolio, now, i18n, cards),
    ...formatSnoozes(snooze, portfolio.accounts, now, i18n),
  ];
  return { text, ground: BADGE_COLORS[tone], title: lines.join('\n') };
}

/** Schedules the alarm at the user's period. */
export async function schedulePolling(): Promise<void> {
  const { period } = await readOrDefault(items.settings);
  await ensureAlarm(period, clock.now());
}
