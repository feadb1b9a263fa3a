import { ok, type Result } from '../../domain/core/result.ts';
import { mayHavePositions } from '../../domain/margin/margin-positions.ts';
import type { Position } from '../../domain/margin/position.ts';
import type { SendRequest } from '../http/create-sender.ts';
import { CATEGORIES, unifiedAssetsRequest, unifiedPositionsRequest } from '../http/endpoints.ts';
import { parseUnifiedPositions } from '../parse/positions.ts';
import { parseUnifiedAssets } from '../parse/unified-assets.ts';
import type { ProductResponse, ProductResponses } from './account-response.ts';

/** Reads the assets of a unified account, and the positions of every category if any can affect the risk. */
export async function readUnified(send: SendRequest): Promise<ProductResponses> {
  return new Map([['UNIFIED', await readAssets(send)]]);
}

async function readAssets(send: SendRequest): Promise<ProductResponse> {
  const response = await send(unifiedAssetsRequest());
  const margin = response.ok ? parseUnifiedAssets(response.value) : response;
  if (!margin.ok) return { margin, positions: margin };
  return { margin, positions: margin.value.some(mayHavePositions) ? await readPositions(send) : ok([]) };
}

/** All or nothing, because a missing category could hold the worst position. */
async function readPositions(send: SendRequest): Promise<Result<readonly Position[]>> {
  const positions: Position[] = [];
  for (const category of CATEGORIES) {
    const response = await send(unifiedPositionsRequest(category));
    const parsed = response.ok ? parseUnifiedPositions(response.value) : response;
    if (!parsed.ok) return parsed;
    positions.push(...parsed.value);
  }
  return ok(positions);
}
