import { lazy } from './lazy.ts';
import type { State } from './state.ts';
import { needsLazyComponents } from './view-model.ts';

export const accountDetails = lazy(() => import('./account-details.tsx'));
export const lazyComponents = lazy(() => import('./lazy-components.ts'));
export const lockControls = lazy(() => import('./lock-controls.tsx'));
export const sampleData = lazy(() => import('../../lib/domain/sample-data/sample-accounts.ts'));
export const viewWindows = lazy(() => import('./view-windows.ts'));

export const snoozeFooter = lazy(async () => {
  const { readAlerts, SnoozeFooter } = await import('./snooze-footer.tsx');
  return { SnoozeFooter, alerts: await readAlerts() };
});

/** Loads what the stored values call for in the very first frame. */
export async function loadForFirstFrame({ viewModel, usesSampleData }: State): Promise<void> {
  if (usesSampleData.value) await sampleData.load();
  const view = viewModel.value;
  await Promise.all([
    needsLazyComponents(view) && lazyComponents.load(),
    view.state === 'ready' && view.lock.mode === 'password' && lockControls.load(),
  ]);
}
