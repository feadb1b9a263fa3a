import { it } from 'vitest';
import { simulateMarket } from '../simulate-market.ts';

it('watches every position in the market', () => simulateMarket('calm'));
