import type { AccountSpec } from '../bitget/account.ts';
import type { AccountHoldings } from '../market/holdings.ts';
import { calmHoldings, demoHoldings, mainHoldings, subHoldings, tradeHoldings, unifiedHoldings } from './holdings.ts';

/** An account with invented credentials, its label and its holdings. */
export type DemoAccount = AccountSpec & { readonly label: string; readonly holdings: AccountHoldings };

/** Six accounts: classic and read-only, unified, demo trading, one whose key may trade, a calm classic one, a sub-account. */
export function createDemoAccounts(): readonly DemoAccount[] {
  return [
    { label: 'Main', family: 'classic', holdings: mainHoldings, ...createCredentials('classic', '1000000001') },
    { label: 'Unified', family: 'unified', holdings: unifiedHoldings, ...createCredentials('unified', '1000000002') },
    {
      label: 'Demo trading',
      family: 'classic',
      demo: true,
      holdings: demoHoldings,
      ...createCredentials('paper', '1000000003'),
    },
    {
      label: 'Key that may trade',
      family: 'classic',
      permissions: ['coow', 'cpow', 'stow'],
      holdings: tradeHoldings,
      ...createCredentials('trade', '1000000004'),
    },
    { label: 'Classic', family: 'classic', holdings: calmHoldings, ...createCredentials('calm', '1000000006') },
    { label: 'Sub-account', family: 'unified', holdings: subHoldings, ...createCredentials('sub', '1000000005') },
  ];
}

/** Returns the holdings of these accounts by API key, as `startMarket` takes them. */
export function listHoldings(accounts: readonly DemoAccount[]): Readonly<Record<string, AccountHoldings>> {
  return Object.fromEntries(accounts.map(({ apiKey, holdings }) => [apiKey, holdings]));
}

type Credentials = Pick<AccountSpec, 'apiKey' | 'secret' | 'passphrase' | 'uid'>;

function createCredentials(name: string, uid: string): Credentials {
  return {
    apiKey: `bg_demo_${name}_0123456789abcdef`,
    secret: `not-a-real-secret-${name}`,
    passphrase: `demo${name}`,
    uid,
  };
}
