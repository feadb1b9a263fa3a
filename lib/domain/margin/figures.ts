import type { Amount } from '../money/amount.ts';
import { FIGURES, type FigureName, type MarginAccount, UNIFIED_FIGURES } from './margin-account.ts';

/** Every figure that Bitget documents for a margin account, in the order in which they are shown. */
export function listFigures(margin: MarginAccount): readonly (readonly [FigureName, Amount])[] {
  if (margin.product === 'UNIFIED') return UNIFIED_FIGURES.map((name) => [name, margin.figures[name]] as const);
  return FIGURES.map((name) => [name, margin.figures[name]] as const);
}
