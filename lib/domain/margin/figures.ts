import type { Amount } from '../money/amount.ts';
import { FIGURES, type FigureName, type MarginAccount, UNIFIED_FIGURES } from './margin-account.ts';

/** Lists every figure that Bitget documents for a margin account, in display order. */
export function listFigures(margin: MarginAccount): readonly (readonly [FigureName, Amount])[] {
  if (margin.product === 'UNIFIED') return UNIFIED_FIGURES.map((name) => [name, margin.figures[name]] as const);
  return FIGURES.map((name) => [name, margin.figures[name]] as const);
}
