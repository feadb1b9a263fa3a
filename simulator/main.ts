import { parseArgs } from 'node:util';
import { createDemoAccounts, type DemoAccount, listHoldings } from './demo/accounts.ts';
import { startMarket } from './market/start.ts';
import { type Simulator, startSimulator } from './server/server.ts';

// `npm run simulator` runs a simulated Bitget until it is interrupted.
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8443' },
    // This seed shows all levels within two minutes.
    seed: { type: 'string', default: '34' },
    every: { type: 'string', default: '2000' },
  },
});

const accounts = createDemoAccounts();
const simulator = await startSimulator({ port: Number(values.port), accounts });
const market = startMarket(simulator, {
  holdings: listHoldings(accounts),
  seed: Number(values.seed),
  every: Number(values.every),
});

process.once('SIGINT', stop);
process.once('SIGTERM', stop);
console.log(describe(simulator, accounts));

function stop(): void {
  market.stop();
  void simulator.close();
}

function describe({ origin, certificate }: Simulator, shown: readonly DemoAccount[]): string {
  const lines = shown.map(
    ({ label, apiKey, secret, passphrase }) =>
      `${label}\n  API key     ${apiKey}\n  Secret key  ${secret}\n  Passphrase  ${passphrase}`,
  );
  return [
    `A simulated Bitget listens on ${origin}. Interrupt to stop.`,
    `Certificate (SPKI): ${certificate.spki}`,
    ...lines,
  ].join('\n\n');
}
