import { ok, type Result } from '../../domain/core/result.ts';
import { mayHavePositions } from '../../domain/margin/margin-positions.ts';
import type { Position } from '../../domain/margin/position.ts';
import { CATEGORIES, unifiedAssetsRequest, unifiedPositionsRequest } from '../http/endpoints.ts';
import { parseUnifiedPositions } from '../parse/positions.ts';
import { parseUnifiedAssets } from '../parse/unified-assets.ts';
import type { ProductResponse, ProductResponses } from './account-response.ts';
import type { SendRequest } from './account-sender.ts';

/** Reads the assets of a unified account, and the positions of every category if any can affect the risk. */
export async function readUnified(send: SendRequest, now: () => number): Promise<ProductResponses> {
  return new Map([['UNIFIED', await readAssets(send, now)]]);
}

async function readAssets(send: SendRequest, now: () => number): Promise<ProductResponse> {
  const response = await send(unifiedAssetsRequest());
  const margin = response.ok ? parseUnifiedAssets(response.value) : response;
  const readAt = now();
  if (!margin.ok) return { margin, positions: margin, at: { margin: readAt, positions: readAt } };
  const positions = margin.value.some(mayHavePositions) ? await readPositions(send) : ok([]);
  return { margin, positions, at: { margin: readAt, positions: now() } };
}

/**
 * All or nothing, because a missing category could hold the worst position. After the first category, which would fail
 * for every reason that affects the account, the others are requested side by side.
 */
async function readPositions(send: SendRequest): Promise<Result<readonly Position[]>> {
  const [first, ...others] = CATEGORIES;
  const known = await readCategory(first, send);
  if (!known.ok) return known;
  const positions = [...known.value];
  for (const result of await Promise.all(others.map((category) => readCategory(category, send)))) {
    if (!result.ok) return result;
    positions.push(...result.value);
  }
  return ok(positions);
}

async function readCategory(
  category: (typeof CATEGORIES)[number],
  send: SendRequest,
): Promise<Result<readonly Position[]>> {
  const response = await send(unifiedPositionsRequest(category));
  if (response.ok) return parseUnifiedPositions(response.value);
  // A category that Bitget no longer offers holds nothing.
  return response.failure.kind === 'retired' ? ok([]) : response;
}
