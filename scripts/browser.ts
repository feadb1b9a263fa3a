import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Chromium first: branded Chrome is more and more reluctant to load unpacked extensions on a flag. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * The path of a Chromium that runs: `CHROMIUM_PATH`, or one of the usual places, or, on Debian and its like,
 * a newly installed one. Otherwise throws, saying in one line what is missing.
 */
export async function findChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (await runs(given)) return given;
    throw new Error(`CHROMIUM_PATH is ${given}, which is not a browser that starts.`);
  }
  const found = (await look()) ?? ((await installByApt()) ? await look() : undefined);
  if (found !== undefined) return found;
  throw new Error(
    'No Chromium was found: install the package "chromium", or set CHROMIUM_PATH to a Chromium or Chrome.',
  );
}

async function look(): Promise<string | undefined> {
  for (const path of places()) if (await runs(path)) return path;
  return undefined;
}

function places(): readonly string[] {
  const { env, platform } = process;
  if (platform === 'darwin')
    return ['Chromium', 'Google Chrome for Testing', 'Google Chrome'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  if (platform === 'win32')
    return [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].flatMap((base) =>
      base ? ['Chromium', 'Google\\Chrome'].map((it) => join(base, it, 'Application', 'chrome.exe')) : [],
    );
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Ubuntu's `chromium-browser` may be a script that only asks for a snap: it must answer to be believed. */
async function runs(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    // On Windows `--version` opens a window instead of answering.
    if (process.platform !== 'win32') await run(path, ['--version'], { timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

async function installByApt(): Promise<boolean> {
  const apt = await aptCommand();
  if (apt === undefined) return false;
  console.error('No Chromium here: installing the packages chromium and fonts-dejavu-core with apt-get.');
  try {
    await apt(['update']);
    await apt(['install', '--yes', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
    return true;
  } catch {
    return false;
  }
}

/** `apt-get` as root, or through a `sudo` that asks for no password; undefined where there is none. */
async function aptCommand(): Promise<((args: readonly string[]) => Promise<unknown>) | undefined> {
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const command = (args: readonly string[]) => {
    const [file = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return run(file, rest, { maxBuffer: 64 * 1024 * 1024 });
  };
  if (process.platform !== 'linux') return undefined;
  return command(['--version']).then(
    () => command,
    () => undefined,
  );
}

if (import.meta.main) {
  try {
    console.log(await findChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
