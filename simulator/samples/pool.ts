import type { Overrides } from './overrides.ts';

/** Equity that Bitget leaves out, or that is used up or below zero while maintenance margin is due. */
export type PoolState = 'blank' | 'zero' | 'negative';

/**
 * Replaces the equity and the ratio in a multi-assets row or in `data` of `/v3/account/assets`.
 * Bitget then publishes a ratio of 0. See rabby-mobile #1678.
 */
export function withPool(row: Overrides, state: PoolState): Overrides {
  const fields = 'effEquity' in row ? UNIFIED_FIELDS : CLASSIC_FIELDS;
  const ratio = state === 'blank' ? '' : '0';
  return {
    ...row,
    ...('effEquity' in row ? {} : { assetMode: 'union' }),
    [fields.equity]: EQUITIES[state],
    ...Object.fromEntries(fields.ratios.map((field) => [field, ratio])),
  };
}

const EQUITIES: Readonly<Record<PoolState, string>> = { blank: '', zero: '0', negative: '-10' };
const CLASSIC_FIELDS = { equity: 'unionTotalMargin', ratios: ['crossedRiskRate'] } as const;
const UNIFIED_FIELDS = { equity: 'effEquity', ratios: ['mgnRatio', 'positionMgnRatio'] } as const;
