import { startRefreshTimer } from '../../../lib/browser/page/refresh-timer.ts';
import type { State } from './state.ts';

/** Requests new figures at the pace of an open view, because the settings show ages and the first reading. */
export function pollWhileOpen({ portfolio }: Pick<State, 'portfolio'>): void {
  const isReadInFuture = () =>
    Object.values(portfolio.value.readings.accounts).some(({ margin }) =>
      Object.values(margin).some((reading) => 'at' in reading && reading.at > Date.now()),
    );
  startRefreshTimer(() => portfolio.value.settings.viewPeriod, isReadInFuture);
}
