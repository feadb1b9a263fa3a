import { describe, expect, it } from 'vitest';
import { buildAccount, buildAccountReading, buildMargin, buildPosition, buildUnified } from '../../testing/builders.ts';
import type { Position } from '../margin/position.ts';
import type { AccountReading } from './reading.ts';
import { followSetBackClock } from './set-back-clock.ts';
import { countOmittedPositions, limitAllPositions } from './stored-positions.ts';

const T = 1_700_000_000_000;
const USDT = buildMargin();
const account = buildAccount();
const timeout = { kind: 'timeout' } as const;
/** Cross positions, the last nearest to liquidation. */
const positions = (count: number, coin = 'USDT'): Position[] =>
  Array.from({ length: count }, (_, index) =>
    buildPosition({ symbol: `S${index}`, coin, mark: '1000', liquidation: String(index) }),
  );
const fresh = (list: readonly Position[], at = T) => ({ state: 'fresh', at, figures: list }) as const;
const stale = (list: readonly Position[], at = T) =>
  ({ ...fresh(list, at), state: 'stale', failure: timeout, failedAt: at + 9 }) as const;
const readings = (kept: AccountReading['positions'], change: Partial<AccountReading> = {}) => ({
  clockOffset: 0,
  accounts: { main: buildAccountReading({}, { positions: kept, ...change }) },
});
const storedCount = ({ accounts }: ReturnType<typeof limitAllPositions>) =>
  Object.values(accounts.main?.positions ?? {}).map((reading) => ('figures' in reading ? reading.figures.length : 0));

describe('the stored positions of an account', () => {
  it('are all of them up to 200', () => {
    const all = readings({ 'USDT-FUTURES': fresh(positions(150)), 'USDC-FUTURES': fresh(positions(50, 'USDC')) });
    expect(limitAllPositions(all, all)).toEqual(all);
    expect(countOmittedPositions(all, account, USDT)).toBe(0);
  });

  it('are the worst 200 of all product types, and the number of the others by coin', () => {
    const list = [...positions(425), ...positions(425, 'BTC')];
    const all = readings({ 'USDT-FUTURES': fresh(list), 'USDC-FUTURES': fresh(positions(1, 'usdc')) });
    const limited = limitAllPositions(all, all);
    expect(storedCount(limited)).toEqual([199, 1]);
    const count = (product: 'USDT-FUTURES' | 'USDC-FUTURES', coin: string) =>
      countOmittedPositions(limited, account, buildMargin({}, { product, coin }));
    expect(count('USDT-FUTURES', 'usdt') + count('USDT-FUTURES', 'BTC')).toBe(651);
    expect(count('USDT-FUTURES', 'constructor')).toBe(0);
    expect(count('USDC-FUTURES', 'USDC')).toBe(0);
    const kept = limited.accounts.main?.positions['USDT-FUTURES'];
    expect(kept && 'figures' in kept && kept.figures.at(-1)).toBe(list.at(-1));
  });

  it('of a unified account are counted together', () => {
    const all = readings({ UNIFIED: fresh([...positions(500), ...positions(350, 'BTC')]) }, { family: 'unified' });
    const limited = limitAllPositions(all, all);
    expect(countOmittedPositions(limited, account, buildUnified())).toBe(650);
  });

  it('keep their number through failures, clocks that are set back and further cuts', () => {
    const all = readings({ 'USDT-FUTURES': fresh(positions(850)) });
    const first = limitAllPositions(all, all);
    const kept = first.accounts.main?.positions['USDT-FUTURES'];
    if (!kept || !('figures' in kept)) return expect.fail('no positions');
    const failing = limitAllPositions(readings({ 'USDT-FUTURES': stale(kept.figures) }), first);
    expect(countOmittedPositions(failing, account, USDT)).toBe(650);
    const back = followSetBackClock(failing, T - 60_000);
    const failingAgain = limitAllPositions(readings({ ...back.accounts.main?.positions }), back);
    expect(countOmittedPositions(failingAgain, account, USDT)).toBe(650);
    const more = limitAllPositions(
      readings({ 'USDT-FUTURES': stale(kept.figures), 'USDC-FUTURES': fresh(positions(100, 'USDC'), T + 9) }),
      first,
    );
    const counts = (['USDT', 'USDC'] as const).map((coin) =>
      countOmittedPositions(more, account, buildMargin({}, { product: `${coin}-FUTURES`, coin })),
    );
    expect(storedCount(more).reduce((sum, each) => sum + each)).toBe(200);
    expect(counts.reduce((sum, each) => sum + each)).toBe(750);
  });

  it('leave readings without positions as they are, and an account that was not known before', () => {
    const broken = { state: 'failed', failure: timeout, failedAt: T } as const;
    const all = readings({ 'USDT-FUTURES': fresh(positions(850)), 'USDC-FUTURES': broken });
    const limited = limitAllPositions(all, { clockOffset: 0, accounts: {} });
    expect(limited.accounts.main?.positions['USDC-FUTURES']).toEqual(broken);
    expect(countOmittedPositions(limited, account, USDT)).toBe(650);
    expect(countOmittedPositions({ clockOffset: 0, accounts: {} }, account, USDT)).toBe(0);
  });

  it('have no number from another reading', () => {
    const { accounts } = limitAllPositions(
      readings({ 'USDT-FUTURES': fresh(positions(850)) }),
      readings({ 'USDT-FUTURES': fresh([]) }),
    );
    const omitted = accounts.main?.omitted;
    if (!omitted) return expect.fail('no positions were omitted');
    const next = readings({ 'USDT-FUTURES': fresh(positions(3), T + 1) }, { omitted });
    expect(countOmittedPositions(next, account, USDT)).toBe(0);
  });

  it('have a new number after the next reading', () => {
    const all = readings({ 'USDT-FUTURES': fresh(positions(850)) });
    const next = readings({ 'USDT-FUTURES': fresh(positions(3), T + 1) });
    const limited = limitAllPositions(next, limitAllPositions(all, all));
    expect(limited).toEqual(next);
    expect(countOmittedPositions(limited, account, USDT)).toBe(0);
  });
});
