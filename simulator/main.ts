import { parseArgs } from 'node:util';
import { createDemoAccounts, type DemoAccount, listHoldings } from './demo/accounts.ts';
import { startMarket } from './market/start.ts';
import { type Simulator, startSimulator } from './server/server.ts';

// `npm run simulator`: a Bitget to try the extension with, until it is interrupted.
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8443' },
    // With this one all levels are seen within two minutes.
    seed: { type: 'string', default: '9' },
    every: { type: 'string', default: '2000' },
  },
});

const accounts = createDemoAccounts();
const simulator = await startSimulator({ port: Number(values.port), accounts });
const market = startMarket(simulator, {
  books: listHoldings(accounts),
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
