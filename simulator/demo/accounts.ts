import type { AccountSpec } from '../bitget/account.ts';
import type { AccountHoldings } from '../market/holdings.ts';
import { demoHoldings, mainHoldings, tradeHoldings, unifiedHoldings } from './holdings.ts';

/** An account to try things with, and what it holds. Its credentials are made up. */
export type DemoAccount = AccountSpec & { readonly label: string; readonly book: AccountHoldings };

/** Four accounts: classic and read-only, unified, demo trading, and one whose key may trade. */
export function createDemoAccounts(): readonly DemoAccount[] {
  return [
    { label: 'Main', family: 'classic', book: mainHoldings, ...credentials('classic', '1000000001') },
    {
      label: 'Unified',
      family: 'unified',
      book: unifiedHoldings,
      ...credentials('unified', '1000000002'),
    },
    {
      label: 'Demo trading',
      family: 'classic',
      demo: true,
      book: demoHoldings,
      ...credentials('paper', '1000000003'),
    },
    {
      label: 'Key that may trade',
      family: 'classic',
      permissions: ['coow', 'cpow', 'stow'],
      book: tradeHoldings,
      ...credentials('trade', '1000000004'),
    },
  ];
}

/** The books of these accounts, as the market wants them. */
export function listHoldings(accounts: readonly DemoAccount[]): Readonly<Record<string, AccountHoldings>> {
  return Object.fromEntries(accounts.map(({ apiKey, book }) => [apiKey, book]));
}

type Credentials = Pick<AccountSpec, 'apiKey' | 'secret' | 'passphrase' | 'uid'>;

function credentials(name: string, uid: string): Credentials {
  return {
    apiKey: `bg_demo_${name}_0123456789abcdef`,
    secret: `not-a-real-secret-${name}`,
    passphrase: `demo${name}`,
    uid,
  };
}
