import type { Overrides } from './overrides.ts';

/** A row of `/v2/spot/account/assets`. */
export function spotAsset(overrides: Overrides = {}): Overrides {
  return {
    coin: 'USDT',
    available: '250.00000000',
    frozen: '0',
    locked: '0',
    limitAvailable: '0',
    uTime: '1700000000000',
    ...overrides,
  };
}

/** A row of `/v3/account/funding-assets`. */
export function fundingAsset(overrides: Overrides = {}): Overrides {
  return { coin: 'USDT', available: '250.00000000', frozen: '0', balance: '250.00000000', ...overrides };
}
