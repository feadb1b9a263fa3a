import { it } from 'vitest';
import { writeOutput } from '../output.ts';
import { type WatchedHour, watchHour } from '../watch-hour.ts';
import { SITUATIONS } from '../watching.ts';

it('monitors every situation for an hour', async () => {
  // The first run loads and compiles the code.
  await watchHour(['calm']);
  const hours: Record<string, WatchedHour> = {};
  for (const [name, accounts] of Object.entries(SITUATIONS)) hours[name] = await watchHour(accounts);
  writeOutput('watching', hours);
});
