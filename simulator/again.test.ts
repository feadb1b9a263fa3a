import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Simulator, startSimulator } from './server.ts';
import { classic, paths, unified } from './testing/accounts.ts';
import { call } from './testing/raw-client.ts';

let simulator: Simulator;

beforeEach(async () => {
  simulator = await startSimulator({ accounts: [classic, unified] });
});
afterEach(() => simulator.close());

const codes = () => simulator.log.map(({ apiKey, code }) => [apiKey, code]);

it('takes a question that is asked again for the one that was asked in vain, with the fault that it met', async () => {
  simulator.fault({}, { kind: 'code', code: '40725', status: 500 }, 1);
  await call(simulator, paths.accounts, classic);
  await call(simulator, paths.accounts, classic);
  await call(simulator, paths.assets, unified);
  simulator.expectAgain(
    ({ apiKey }) => apiKey === classic.apiKey,
    () => false,
  );
  await call(simulator, paths.accounts, classic);
  expect(codes()).toEqual([
    [classic.apiKey, '00000'],
    [unified.apiKey, '00000'],
    [classic.apiKey, '40725'],
  ]);
  await call(simulator, paths.accounts, classic);
  await call(simulator, paths.accounts, classic);
  expect(codes().slice(1)).toEqual([
    [classic.apiKey, '40725'],
    [classic.apiKey, '00000'],
    [classic.apiKey, '00000'],
  ]);
});

it('does so no longer when the time for it is over, or the log was cleared', async () => {
  let isOver = false;
  await call(simulator, paths.accounts, classic);
  simulator.expectAgain(
    () => true,
    () => isOver,
  );
  isOver = true;
  await call(simulator, paths.accounts, classic);
  expect(codes()).toHaveLength(2);
  simulator.expectAgain(
    () => true,
    () => false,
  );
  simulator.clearLog();
  await call(simulator, paths.accounts, classic);
  await call(simulator, paths.accounts, classic);
  expect(codes()).toHaveLength(2);
});
