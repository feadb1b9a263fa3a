import { appendFileSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** How often the background was killed, in how many of these in mid-round, and how many commands that cut short. */
export type Count = { readonly kills: number; readonly rounds: number; readonly commands: number };

const NONE: Count = { kills: 0, rounds: 0, commands: 0 };
const plus = (a: Count, b: Count): Count => ({
  kills: a.kills + b.kills,
  rounds: a.rounds + b.rounds,
  commands: a.commands + b.commands,
});

/** Counts for one browser; `end` says what came of it, and keeps it for the sum of the run. */
export function startTally(file: string): { add(count: Count): void; end(): void } {
  let all = NONE;
  return {
    add: (count) => {
      all = plus(all, count);
    },
    end: () => {
      console.log(`${file}: ${inWords(all)}`);
      if (process.env.CHAOS_TALLY) appendFileSync(process.env.CHAOS_TALLY, `${JSON.stringify(all)}\n`);
    },
  };
}

/** The sum of all browsers that were counted into a file. */
export function sumOf(file: string): Count {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line): Count => JSON.parse(line)).reduce(plus, NONE);
}

export function inWords({ kills, rounds, commands }: Count): string {
  return `killed ${kills} times, ${rounds} of them in mid-round, ${commands} commands cut short`;
}
