export { classicPosition, classicRow, documentedRow } from './classic.ts';
export type { Overrides } from './overrides.ts';
export { type PoolState, withPool } from './pool.ts';
export { unifiedAsset, unifiedAssets, unifiedPosition } from './unified.ts';
export { fundingAsset, spotAsset } from './wallet.ts';
