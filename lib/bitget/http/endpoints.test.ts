import { expect, it } from 'vitest';
import {
  accountList,
  classicPositions,
  keyInfo,
  type Request,
  serverTime,
  targetOf,
  unifiedAssets,
  unifiedPositions,
} from './endpoints.ts';

/** As Bitget documents them: the path with its query, and how often a second it may be called. */
it.each<[string, number, Request]>([
  ['/api/v2/public/time', 20, serverTime()],
  ['/api/v2/mix/account/accounts?productType=COIN-FUTURES', 10, accountList('COIN-FUTURES')],
  ['/api/v2/mix/position/all-position?productType=USDT-FUTURES', 5, classicPositions('USDT-FUTURES')],
  ['/api/v2/spot/account/info', 1, keyInfo('classic')],
  ['/api/v3/account/assets', 20, unifiedAssets()],
  ['/api/v3/position/current-position?category=USDC-FUTURES', 20, unifiedPositions('USDC-FUTURES')],
  ['/api/v3/account/info', 5, keyInfo('unified')],
])('P6: %s may be called %i times a second', (target, perSecond, request) => {
  expect([targetOf(request), request.endpoint.perSecond]).toEqual([target, perSecond]);
});

it('S6: puts the keys of a query in the order in which they are signed, whatever that of the request', () => {
  const { endpoint } = serverTime();
  expect(targetOf({ endpoint, query: { c: '3', a: '1', b: '2' } })).toBe('/api/v2/public/time?a=1&b=2&c=3');
  expect(targetOf({ endpoint, query: { a: '1 &', b: 'ü' } })).toBe('/api/v2/public/time?a=1+%26&b=%C3%BC');
});
