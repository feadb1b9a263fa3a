import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { makeFolder, removeFolder } from './temp-folder.ts';

/** A wall clock of the browser's own, which a test sets while the browser runs. */
export type ShiftedClock = {
  /** Environment variables of the browser. */
  readonly env: Readonly<Record<string, string>>;
  /** Sets the clock this many seconds ahead of the computer's; negative for back. */
  set(seconds: number): Promise<void>;
  remove(): Promise<void>;
};

const run = promisify(execFile);

/** Compiles the library that shifts the clock; null where this is not Linux or no C compiler is installed. */
export async function createShiftedClock(): Promise<ShiftedClock | null> {
  if (process.platform !== 'linux') return null;
  const folder = await makeFolder('clock');
  const library = join(folder, 'shift-clock.so');
  const file = join(folder, 'seconds');
  const set = async (seconds: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(seconds));
    // Every process of the browser has mapped this file: it must be overwritten in place.
    await writeFile(file, bytes, { flag: 'r+' });
  };
  const remove = () => removeFolder(folder);
  await writeFile(file, Buffer.alloc(8));
  try {
    await run('cc', ['-shared', '-fPIC', '-O1', '-o', library, join(import.meta.dirname, 'shift-clock.c')]);
  } catch {
    await remove();
    return null;
  }
  return { env: { LD_PRELOAD: library, CLOCK_SHIFT_FILE: file }, set, remove };
}
