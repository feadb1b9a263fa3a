import { ok, type Result } from '../../domain/core/result.ts';
import { mayHavePositions } from '../../domain/margin/margin-positions.ts';
import type { Position } from '../../domain/margin/position.ts';
import { CATEGORIES, unifiedAssetsRequest, unifiedPositionsRequest } from '../http/endpoints.ts';
import { parseUnifiedPositions } from '../parse/positions.ts';
import { parseUnifiedAssets } from '../parse/unified-assets.ts';
import type { ProductResponse, ProductResponses, SendRequest } from './account-response.ts';

/** Asks for the pool of a unified account, and for the positions of every category where they may matter. */
export async function readUnified(ask: SendRequest): Promise<ProductResponses> {
  return new Map([['UNIFIED', await readUnifiedAssets(ask)]]);
}

async function readUnifiedAssets(ask: SendRequest): Promise<ProductResponse> {
  const asked = await ask(unifiedAssetsRequest());
  const margin = asked.ok ? parseUnifiedAssets(asked.value) : asked;
  if (!margin.ok) return { margin, positions: margin };
  return { margin, positions: margin.value.some(mayHavePositions) ? await readPositions(ask) : ok([]) };
}

/** All or nothing: a category that is missing could hold the worst position. */
async function readPositions(ask: SendRequest): Promise<Result<readonly Position[]>> {
  const positions: Position[] = [];
  for (const category of CATEGORIES) {
    const asked = await ask(unifiedPositionsRequest(category));
    const parsed = asked.ok ? parseUnifiedPositions(asked.value) : asked;
    if (!parsed.ok) return parsed;
    positions.push(...parsed.value);
  }
  return ok(positions);
}
