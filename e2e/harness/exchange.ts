import {
  createDemoAccounts,
  type DemoAccount,
  listHoldings,
  type Simulator,
  startMarket,
  startSimulator,
} from '../../simulator/index.ts';

/** A simulated Bitget with the demo accounts in it and a market that moves. */
export interface DemoExchange {
  readonly simulator: Simulator;
  readonly accounts: readonly DemoAccount[];
  /** Stops the market; figures stand still from then on. */
  freeze(): void;
  close(): Promise<void>;
}

/** Opens the demo exchange. `every`: ms between two moves of the market; the same seed is the same market. */
export async function openExchange({ every = 1_000, seed = 1 } = {}): Promise<DemoExchange> {
  const accounts = createDemoAccounts();
  const simulator = await startSimulator({ accounts });
  const market = startMarket(simulator, { holdings: listHoldings(accounts), every, seed });
  return {
    simulator,
    accounts,
    freeze: () => market.stop(),
    async close() {
      market.stop();
      await simulator.close();
    },
  };
}

/** The demo account with this label. */
export function pickAccount(accounts: readonly DemoAccount[], label: string): DemoAccount {
  const found = accounts.find((account) => account.label === label);
  if (found === undefined) throw new Error(`No demo account is called ${label}`);
  return found;
}
