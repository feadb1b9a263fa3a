import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createDemoAccounts } from './demo/accounts.ts';

it.each(['SIGINT', 'SIGTERM'] as const)('runs from the command line until %s', async (signal) => {
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [text] = await once(child.stdout, 'data');
  expect(String(text)).toMatch(/https:\/\/127\.0\.0\.1:\d+/);
  for (const { apiKey } of createDemoAccounts()) expect(String(text)).toContain(apiKey);
  child.kill(signal);
  expect(await once(child, 'exit')).toEqual([0, null]);
});
