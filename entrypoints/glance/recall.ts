import type { Card } from '../../lib/domain/card.ts';
import { type Sample, seriesOf } from '../../lib/domain/sample.ts';
import { showcasePast } from '../../lib/domain/showcase/past.ts';
import type { TierName } from '../../lib/domain/tier.ts';
import { samplesOf } from '../../lib/domain/trace.ts';
import { readHistory } from '../../lib/history/read.ts';
import type { GoodScene } from './scene.ts';

/** What is wanted of the past: the samples in one tier from a moment on. */
export type Wanted = { readonly tier: TierName; readonly from: number };

/**
 * The past of one margin account, a list for each thing wanted; null where the browser gives no history. A sample
 * account has a made-up one.
 */
export async function recall(
  scene: Pick<GoodScene, 'showcased' | 'now'>,
  card: Card,
  wanted: readonly Wanted[],
): Promise<readonly (readonly Sample[])[] | null> {
  const { account, margin } = card;
  if (scene.showcased) return wanted.map(({ tier, from }) => showcasePast(card, tier, from, scene.now));
  const found = await readHistory(wanted.map((each) => ({ ...each, account: account.id })));
  return found?.map((chunks, index) => samplesOf(chunks, seriesOf(margin), wanted[index]?.from ?? 0)) ?? null;
}
