import { expect, it, vi } from 'vitest';
import { classic, paths } from '../testing/accounts.ts';
import { call } from '../testing/raw-client.ts';
import { startSimulator } from './server.ts';

it('closes at once during silent, dripping and delayed responses, and may be closed twice', async () => {
  const simulator = await startSimulator({ accounts: [classic] });
  simulator.fault({ path: paths.spotInfo }, { kind: 'silence' });
  simulator.fault({ productType: 'USDT-FUTURES' }, { kind: 'drip' });
  simulator.fault({ path: paths.time }, { kind: 'delay', ms: 3_600_000 });
  const outcomes = [paths.spotInfo, paths.accounts, paths.time].map((path) =>
    call(simulator, path, classic).then(
      () => 'answered',
      () => 'broken',
    ),
  );
  await vi.waitFor(() => expect(simulator.log).toHaveLength(3));
  await simulator.close();
  await simulator.close();
  expect(await Promise.all(outcomes)).toEqual(['broken', 'broken', 'broken']);
});

it('starts again on the same port', async () => {
  const first = await startSimulator();
  await first.close();
  const second = await startSimulator({ port: first.port });
  expect(second.port).toBe(first.port);
  await expect(startSimulator({ port: first.port })).rejects.toThrow('EADDRINUSE');
  await second.close();
});
