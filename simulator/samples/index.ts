export { classicPosition, classicRow, documentedRow } from './classic.ts';
export type { Overrides } from './overrides.ts';
export { unifiedAsset, unifiedAssets, unifiedPosition } from './unified.ts';
