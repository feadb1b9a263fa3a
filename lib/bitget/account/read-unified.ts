import { ok, type Result } from '../../domain/core/result.ts';
import { mayHavePositions } from '../../domain/margin/margin-positions.ts';
import type { Position } from '../../domain/margin/position.ts';
import { CATEGORIES, unifiedAssets, unifiedPositions } from '../http/endpoints.ts';
import { parseUnifiedPositions } from '../parse/positions.ts';
import { parseAssets } from '../parse/unified-assets.ts';
import type { Answer, Answers, Ask } from './account-response.ts';

/** Asks for the pool of a unified account, and for the positions of every category where they may matter. */
export async function readUnified(ask: Ask): Promise<Answers> {
  return new Map([['UNIFIED', await readPool(ask)]]);
}

async function readPool(ask: Ask): Promise<Answer> {
  const asked = await ask(unifiedAssets());
  const margin = asked.ok ? parseAssets(asked.value) : asked;
  if (!margin.ok) return { margin, positions: margin };
  return { margin, positions: margin.value.some(mayHavePositions) ? await readPositions(ask) : ok([]) };
}

/** All or nothing: a category that is missing could hold the worst position. */
async function readPositions(ask: Ask): Promise<Result<readonly Position[]>> {
  const positions: Position[] = [];
  for (const category of CATEGORIES) {
    const asked = await ask(unifiedPositions(category));
    const parsed = asked.ok ? parseUnifiedPositions(asked.value) : asked;
    if (!parsed.ok) return parsed;
    positions.push(...parsed.value);
  }
  return ok(positions);
}
