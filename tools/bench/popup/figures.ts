import { classicRow, type Overrides } from '../../../simulator/index.ts';

/** Returns the rows of an account list with `count` margin coins. No row is empty, and no two are equal. */
export function buildRows(count: number): readonly Overrides[] {
  return Array.from({ length: count }, (_, index) =>
    classicRow({
      marginCoin: index === 0 ? 'USDT' : `C${index}`,
      available: index === 0 ? buildMark(count) : `${10_575.267 + index}`,
      accountEquity: `${10_582.902 + index}`,
      usdtEquity: `${10_582.902657719 + index}`,
      crossedMargin: '34.34',
      unrealizedPL: `${index - 20}.5`,
      crossedRiskRate: `0.${String(100 + index * 7).slice(-3)}`,
    }),
  );
}

/** Returns an amount that identifies these rows in the storage. */
export function buildMark(count: number): string {
  return `10575.26${String(count).padStart(3, '0')}`;
}
