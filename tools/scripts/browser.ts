import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);

type Kind = {
  readonly name: string;
  /** The variable of the environment that says where it is. */
  readonly variable: string;
  /** Of its command. */
  readonly names: readonly string[];
  /** Of its application on macOS, and of its program there. */
  readonly applications: readonly (readonly [application: string, program: string])[];
  /** Below the folders of programs on Windows. */
  readonly windows: readonly (readonly string[])[];
  /** Debian's. */
  readonly packages: readonly string[];
};

const KINDS = {
  // Chromium first: branded Chrome is more and more reluctant to load unpacked extensions on a flag.
  chromium: {
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    applications: ['Chromium', 'Google Chrome for Testing', 'Google Chrome'].map((name) => [name, name] as const),
    windows: ['Chromium', 'Google\\Chrome'].map((name) => [name, 'Application', 'chrome.exe']),
    packages: ['chromium', 'fonts-dejavu-core'],
  },
  // The ESR first: it alone installs a package that Mozilla has not signed, which tests of a restart need.
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    applications: ['Firefox', 'Firefox Developer Edition'].map((name) => [name, 'firefox'] as const),
    windows: [['Mozilla Firefox', 'firefox.exe']],
    packages: ['firefox-esr', 'fonts-dejavu-core'],
  },
} as const satisfies Record<string, Kind>;

/**
 * The path of a browser that runs: `CHROMIUM_PATH` or `FIREFOX_PATH`, or one of the usual places, or, on Debian and its
 * like, a newly installed one. Otherwise throws, saying in one line what is missing.
 */
export async function findBrowser(product: keyof typeof KINDS): Promise<string> {
  const kind: Kind = KINDS[product];
  const given = process.env[kind.variable];
  if (given) {
    if (await runs(given)) return given;
    throw new Error(`${kind.variable} is ${given}, which is not a browser that starts.`);
  }
  const found = (await look(kind)) ?? ((await installByApt(kind)) ? await look(kind) : undefined);
  if (found !== undefined) return found;
  throw new Error(`No ${kind.name} was found: install the package "${kind.packages[0]}", or set ${kind.variable}.`);
}

async function look(kind: Kind): Promise<string | undefined> {
  for (const path of places(kind)) if (await runs(path)) return path;
  return undefined;
}

function places({ names, applications, windows }: Kind): readonly string[] {
  const { env, platform } = process;
  if (platform === 'darwin')
    return applications.map(([application, program]) => `/Applications/${application}.app/Contents/MacOS/${program}`);
  if (platform === 'win32')
    return [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].flatMap((base) =>
      base ? windows.map((parts) => join(base, ...parts)) : [],
    );
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Ubuntu's `chromium-browser` may be a script that only asks for a snap: it must answer to be believed. */
async function runs(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    // On Windows `--version` opens a window instead of answering.
    if (process.platform !== 'win32') await run(path, ['--version'], { timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

async function installByApt({ name, packages }: Kind): Promise<boolean> {
  const apt = await aptCommand();
  if (apt === undefined) return false;
  console.error(`No ${name} here: installing the packages ${packages.join(' and ')} with apt-get.`);
  try {
    await apt(['update']);
    await apt(['install', '--yes', '--no-install-recommends', ...packages]);
    return true;
  } catch {
    return false;
  }
}

/** A mirror may stumble, and another installation may hold the lock for a while. */
const PATIENT = ['-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=120'];

/** `apt-get` as root, or through a `sudo` that asks for no password; undefined where there is none. */
async function aptCommand(): Promise<((args: readonly string[]) => Promise<unknown>) | undefined> {
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const command = (args: readonly string[]) => {
    const [file = '', ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...PATIENT, ...args];
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
    // `npm test` needs Chromium alone.
    console.log(await findBrowser(process.argv.includes('firefox') ? 'firefox' : 'chromium'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
