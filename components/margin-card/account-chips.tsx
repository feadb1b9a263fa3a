import type { Card } from '../../lib/domain/portfolio/card.ts';
import { Chip } from '../ui/chip.tsx';

/** Facts about an account besides its figures: demo money, shared margin, a key that can trade. */
export function AccountChips({ card: { account, margin } }: { card: Card }) {
  return (
    <>
      {account.demo && <Chip name="demo" />}
      {margin.product !== 'UNIFIED' && margin.assetMode === 'union' && <Chip name="multi" />}
      {!!account.key.powers?.length && <Chip name="powers" tone="danger" />}
    </>
  );
}
