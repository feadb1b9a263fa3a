import { it } from 'vitest';
import { simulateMarket } from '../simulate-market.ts';

it('monitors every position in the market', () => simulateMarket('falling'));
