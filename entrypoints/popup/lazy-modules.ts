import type { ReadonlySignal } from '@preact/signals';
import { CARD_HEIGHT } from '../../components/account-list/card-list.tsx';
import { hasSections } from '../../components/margin-card/margin-card.tsx';
import { selectFullCards } from '../../lib/domain/portfolio/full-cards.ts';
import { lazy } from './lazy.ts';
import { needsLazyComponents, type ViewModel } from './view-model.ts';

export const accountDetails = lazy(async () => {
  const { AccountDetails, readDetailsItems } = await import('./account-details.tsx');
  return { AccountDetails, stored: await readDetailsItems() };
});
export const lazyComponents = lazy(() => import('./lazy-components.ts'));
export const otherAccounts = lazy(() => import('../../components/account-list/other-accounts.tsx'));
export const cardSections = lazy(() => import('../../components/margin-card/card-sections.tsx'));
export const lockControls = lazy(() => import('./lock-controls.tsx'));
export const sampleData = lazy(() => import('../../lib/domain/sample-data/sample-accounts.ts'));
export const viewWindows = lazy(() => import('./view-windows.ts'));

export const equityHistory = lazy(() => import('./follow-equity.ts'));

export const alertControls = lazy(async () => {
  const { readAlerts, ...components } = await import('./alert-controls.tsx');
  return { ...components, alerts: await readAlerts() };
});

/** The height of the list in the tallest popup, in px. Everything below it is rendered after the first paint. */
export const FIRST_FRAME_HEIGHT = 500;

type FirstFrame = {
  readonly viewModel: ReadonlySignal<ViewModel>;
  readonly usesSampleData: ReadonlySignal<boolean>;
};

/** Loads the modules that the first frame needs for the stored values. */
export async function loadForFirstFrame({ viewModel, usesSampleData }: FirstFrame): Promise<void> {
  if (usesSampleData.value) await sampleData.load();
  const view = viewModel.value;
  const cards = view.state === 'ready' ? view.cards : [];
  const full = view.state === 'ready' ? selectFullCards(cards, view.portfolio.accounts.length) : [];
  await Promise.all([
    needsLazyComponents(view) && lazyComponents.load(),
    full.length < cards.length && full.length * CARD_HEIGHT < FIRST_FRAME_HEIGHT && otherAccounts.load(),
    full.some(hasSections) && cardSections.load(),
    view.state === 'ready' && view.lock.mode === 'password' && lockControls.load(),
  ]);
}
