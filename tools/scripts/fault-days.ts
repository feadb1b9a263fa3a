import { argv } from 'node:process';
import { runCommand } from './command.ts';

const COUNT = 20;

/** `npm run fault-days` runs the simulated days 1 to 20, `npm run fault-days -- 3 4` these. */
const requested = argv.slice(2);
const days = requested.length > 0 ? requested : Array.from({ length: COUNT }, (_, index) => String(index + 1));
if (!days.every((day) => /^[1-9]\d*$/.test(day))) throw new Error('A day is named by its seed, a number from 1 on');
await runCommand('.', 'npx vitest run --project unit lib/background/faults/day.test.ts', {
  FAULT_DAYS: days.join(','),
});
