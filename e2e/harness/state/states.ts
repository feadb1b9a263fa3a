import type { Account } from '../../../lib/domain/account/account.ts';
import { NO_SNOOZE, type Snooze } from '../../../lib/domain/alert/snooze.ts';
import type { UnifiedAsset } from '../../../lib/domain/margin/margin-account.ts';
import { parseAmount } from '../../../lib/domain/money/amount.ts';
import type { PollRun } from '../../../lib/domain/polling/poll-run.ts';
import { type AccountReading, READY, type Readings } from '../../../lib/domain/polling/reading.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../lib/domain/settings/settings.ts';
import { type LockState, NEVER_LOCKED } from '../../../lib/domain/vault/lock.ts';
import { buildAccount, buildMargin, buildPosition, buildUnified } from '../../../lib/testing/builders.ts';
import { failures } from './failure-states.ts';
import { manyAccounts } from './many-accounts.ts';
import { oddAccounts } from './odd-accounts.ts';
import { overview } from './overview.ts';

/** The stored values of a state; `corrupt` and `future` stand for readings that cannot be used. */
export type State = {
  readonly accounts: readonly Account[];
  readonly readings: Readings | 'corrupt' | 'future';
  readonly settings: Settings;
  readonly pollRun: PollRun;
  readonly sampleData: boolean;
  readonly lock: LockState;
  readonly snooze: Snooze;
};

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const PRODUCTS = ['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES'] as const;
const REST: PollRun = { startedAt: 1, endedAt: 1, interrupted: 0, writeFailed: false };

/** Every state of the view with its own look, at a moment. */
export function statesAt(now: number): Readonly<Record<string, State>> {
  const calm = oneAccount([['USDT-FUTURES', '0.042', '10575.26']], now - 12 * SECOND);
  return {
    welcome: buildState({}, [], {}),
    sample: { ...buildState({}, [], {}), sampleData: true },
    waiting: buildState({}, [main()], {}),
    calm: buildState({}, [main()], { main: calm }),
    danger: buildState({}, [main({ key: { uid: '1', powers: ['trade'], addresses: [] } })], { main: dangerous(now) }),
    'stale danger': buildState({}, [main()], { main: dangerous(now - 27 * SECOND) }),
    'lost danger': buildState({}, [main()], { main: dangerous(now - 2 * MINUTE) }),
    levels: buildState({}, [main({ products: PRODUCTS }), buildAccount({ id: 'pool', label: 'Pool', demo: true })], {
      main: levels(now),
      pool: pool(now),
    }),
    unified: buildState({}, [main()], { main: unified(now, COINS) }),
    'coins without end': buildState({}, [main()], { main: unified(now, ENDLESS_COINS) }),
    stale: buildState({}, [main()], { main: oneAccount([['USDT-FUTURES', '0.042', '10575.26']], now - 20 * MINUTE) }),
    ...failures(now),
    overview: overview(now),
    'many accounts': manyAccounts(now, 20),
    'many accounts, hidden': withHiddenAmounts(manyAccounts(now, 8)),
    'odd accounts': oddAccounts(now),
    hidden: buildState({ hideAmounts: true }, [main()], { main: dangerous(now) }),
    'a label from right to left': buildState({}, [main({ label: 'حساب التداول الرئيسي 1' })], { main: calm }),
    'a label without an end': buildState({}, [main({ label: 'W'.repeat(40) })], { main: calm }),
    empty: buildState({}, [main()], { main: oneAccount([['USDT-FUTURES', '0', '0']], now) }),
    ...locked(buildState({}, [main()], { main: readingBeforeLock(now) }), now),
    muted: {
      ...buildState({}, [main()], { main: calm }),
      snooze: { all: 0, accounts: { main: now + 40 * MINUTE } },
    },
    unsaved: { ...buildState({}, [main()], { main: calm }), pollRun: { ...REST, writeFailed: true } },
    damaged: { ...buildState({}, [main()], {}), readings: 'corrupt' },
    'of a later version': { ...buildState({}, [main()], {}), readings: 'future' },
  };
}

function locked(state: State, now: number): Record<string, State> {
  const lock: LockState = { ...NEVER_LOCKED, mode: 'password', lockedAt: now - 5 * MINUTE };
  const wrong: LockState = { ...lock, wrong: 4, notBefore: now + MINUTE, last: 'wrong', triedAt: now - SECOND };
  return { locked: { ...state, lock }, 'locked, after a wrong password': { ...state, lock: wrong } };
}

/** Figures from before the vault was locked, without positions. */
function readingBeforeLock(now: number): AccountReading {
  const known = oneAccount([['USDT-FUTURES', '0.042', '10575.26']], now - 12 * SECOND);
  const before = known.margin['USDT-FUTURES'];
  if (before?.state !== 'fresh') return known;
  const failed = { failure: { kind: 'locked' }, failedAt: now - SECOND } as const;
  return { ...known, margin: { 'USDT-FUTURES': { ...before, state: 'stale', ...failed } }, positions: {} };
}

/** An account that is asked for one product type. */
export function main(change: Partial<Account> = {}): Account {
  return buildAccount({ products: ['USDT-FUTURES'], ...change });
}

/** Returns a state with these accounts and readings. */
export function buildState(
  settings: Partial<Settings>,
  accounts: readonly Account[],
  known: Readings['accounts'],
): State {
  const readings = { clockOffset: 0, accounts: known };
  const calm = { pollRun: REST, sampleData: false, lock: NEVER_LOCKED, snooze: NO_SNOOZE };
  return { ...calm, accounts, readings, settings: { ...DEFAULT_SETTINGS, ...settings } };
}

type Row = readonly [product: 'USDT-FUTURES' | 'COIN-FUTURES' | 'USDC-FUTURES', risk: string, equity: string];

/** A classic account, its rows read at a moment. */
export function oneAccount(rows: readonly Row[], at: number): AccountReading {
  const fresh = <T>(figures: T) => ({ state: 'fresh', at, figures }) as const;
  const margins = rows.map(([product, crossedRiskRate, equity]) => {
    const coin = product === 'COIN-FUTURES' ? 'BTC' : product.slice(0, 4);
    const figures = { crossedRiskRate, available: equity, accountEquity: equity, crossedMaxAvailable: equity };
    const worth = equity === '0' ? {} : { usdtEquity: equity, btcEquity: '0.1', unrealizedPL: '-23.1' };
    return [product, fresh([buildMargin({ ...figures, ...worth }, { product, coin })])];
  });
  return {
    revision: 1,
    family: 'classic',
    margin: Object.fromEntries(margins),
    positions: Object.fromEntries(rows.map(([product]) => [product, fresh([])])),
    retry: READY,
  };
}

/** Maintenance takes 95.1% of the equity, so no margin is free. */
function dangerous(now: number): AccountReading {
  const at = now - 3 * SECOND;
  const figures = {
    crossedRiskRate: '0.951',
    available: '10598.36',
    crossedMaxAvailable: '0',
    accountEquity: '10575.26',
    usdtEquity: '10575.26',
    btcEquity: '0.1',
    unrealizedPL: '-23.1',
  };
  const positions = [
    buildPosition({ symbol: 'BTCUSDT', liquidation: '59000' }),
    buildPosition({
      symbol: 'ETHUSDT',
      mode: 'isolated',
      side: 'short',
      mark: '3000',
      liquidation: '3030',
      ratio: '0.8',
    }),
    buildPosition({ symbol: 'XRPUSDT', mode: 'isolated', liquidation: '-1', ratio: '0.1' }),
  ];
  return {
    ...oneAccount([], at),
    margin: { 'USDT-FUTURES': { state: 'fresh', at, figures: [buildMargin(figures)] } },
    positions: { 'USDT-FUTURES': { state: 'fresh', at, figures: positions } },
  };
}

function levels(now: number): AccountReading {
  const rows: readonly Row[] = [
    ['USDT-FUTURES', '0.724', '10575.26'],
    ['COIN-FUTURES', '0.55', '0.4'],
    ['USDC-FUTURES', '0.041', '77'],
  ];
  return oneAccount(rows, now);
}

function pool(now: number): AccountReading {
  const figures = {
    accountEquity: '5321.4',
    effEquity: '5290.1',
    usdtEquity: '5323.2',
    btcEquity: '0.08',
    mgnRatio: '0.2',
  };
  const fresh = { state: 'fresh', at: now } as const;
  return {
    revision: 1,
    family: 'unified',
    margin: { UNIFIED: { ...fresh, figures: [buildUnified(figures)] } },
    positions: { UNIFIED: { ...fresh, figures: [] } },
    retry: READY,
  };
}

/** A unified account with positions in three contracts. */
function unified(now: number, assets: readonly UnifiedAsset[]): AccountReading {
  const figures = {
    accountEquity: '7913.24',
    effEquity: '7800',
    imr: '3931.88',
    mmr: '680',
    mgnRatio: '0.087',
    unrealisedPnl: '-83.14',
    usdtEquity: '7913.24',
    usdtUnrealisedPnl: '-83.14',
    btcEquity: '0.132046',
    positionValue: '75102',
    leverage: '9.49',
  };
  const bitcoin = { symbol: 'BTCUSDT', leverage: '20', size: '1.2', mark: '59940', liquidation: '57182.40' };
  const solana = { symbol: 'SOLUSDT', leverage: '5', size: '12', mark: '152', liquidation: '179.10' };
  const perpetual = { symbol: 'BTCPERP', coin: 'USDC', size: '0.05', mark: '59614', liquidation: '184803' };
  const positions = [
    buildPosition({ ...bitcoin, pnl: '-79.60', margin: '3618' }),
    buildPosition({ ...solana, side: 'short', mode: 'isolated', pnl: '-6.71', margin: '350' }),
    buildPosition({ ...perpetual, side: 'short', pnl: '3.17', margin: '288' }),
  ];
  const fresh = { state: 'fresh', at: now - 3 * SECOND } as const;
  return {
    revision: 1,
    family: 'unified',
    margin: { UNIFIED: { ...fresh, figures: [{ ...buildUnified(figures), assets }] } },
    positions: { UNIFIED: { ...fresh, figures: positions } },
    retry: READY,
  };
}

type CoinTexts = Partial<Record<'available' | 'equity' | 'usdValue' | 'debt', string>>;

/** A coin of a unified account; what is not named is unknown, but for its debt. */
function buildCoin(coin: string, { available, equity, usdValue, debt = '0' }: CoinTexts): UnifiedAsset {
  const [balance, locked] = [parseAmount(equity), parseAmount('0')];
  const [free, value] = [parseAmount(available), parseAmount(usdValue)];
  return { coin, available: free, equity: balance, usdValue: value, debt: parseAmount(debt), balance, locked };
}

const COINS = [
  buildCoin('ETH', { equity: '-0.0041', usdValue: '-12.40', debt: '0.0041' }),
  buildCoin('USDC', { available: '0', equity: '259.42', usdValue: '259.42' }),
  buildCoin('USDT', { available: '1074.43', equity: '4670.63', usdValue: '4669.70' }),
  buildCoin('BTC', { available: '0.05', equity: '0.05', usdValue: '2996.52' }),
];

const ENDLESS_COINS = [
  buildCoin('W'.repeat(1_000), {
    available: '123456789.123456',
    equity: '123456789.123456',
    usdValue: '9123456789.12',
  }),
  buildCoin('UNVALUED', { equity: '-5', debt: '5' }),
  ...Array.from({ length: 198 }, (_, index) => buildCoin(`COIN${index}`, { equity: '1', usdValue: String(index) })),
];

function withHiddenAmounts(state: State): State {
  return { ...state, settings: { ...state.settings, hideAmounts: true } };
}
