import { expect, it } from 'vitest';
import {
  accountListRequest,
  classicPositionsRequest,
  fundingAssetsRequest,
  keyInfoRequest,
  type Request,
  requestTarget,
  serverTimeRequest,
  unifiedAssetsRequest,
  unifiedPositionsRequest,
} from './endpoints.ts';

/** Path, query and rate limit as Bitget documents them. */
it.each<[string, number, () => Request]>([
  ['/api/v2/public/time', 20, () => serverTimeRequest()],
  ['/api/v2/mix/account/accounts?productType=COIN-FUTURES', 10, () => accountListRequest('COIN-FUTURES')],
  ['/api/v2/mix/position/all-position?productType=USDT-FUTURES', 5, () => classicPositionsRequest('USDT-FUTURES')],
  ['/api/v2/spot/account/info', 1, () => keyInfoRequest('classic')],
  ['/api/v3/account/assets', 20, () => unifiedAssetsRequest()],
  ['/api/v3/position/current-position?category=USDC-FUTURES', 20, () => unifiedPositionsRequest('USDC-FUTURES')],
  ['/api/v3/account/info', 5, () => keyInfoRequest('unified')],
  ['/api/v3/account/funding-assets', 20, () => fundingAssetsRequest('unified')],
  ['/api/v2/spot/account/assets', 10, () => fundingAssetsRequest('classic')],
])('P6: limits %s to %i requests a second', (target, perSecond, build) => {
  const request = build();
  expect([requestTarget(request), request.endpoint.perSecond]).toEqual([target, perSecond]);
});

it('S6: sorts the keys of a query for the signature', () => {
  const { endpoint } = serverTimeRequest();
  expect(requestTarget({ endpoint, query: { c: '3', a: '1', b: '2' } })).toBe('/api/v2/public/time?a=1&b=2&c=3');
  expect(requestTarget({ endpoint, query: { a: '1 &', b: 'ü' } })).toBe('/api/v2/public/time?a=1+%26&b=%C3%BC');
});
