import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

const run = promisify(execFile);

type Kind = {
  readonly name: string;
  /** The environment variable with its path. */
  readonly variable: string;
  /** Names of its command. */
  readonly names: readonly string[];
  /** Its applications on macOS, and the program in each. */
  readonly applications: readonly (readonly [application: string, program: string])[];
  /** Paths inside the program folders on Windows. */
  readonly windows: readonly (readonly string[])[];
  /** Its packages on Debian. */
  readonly packages: readonly string[];
};

const KINDS = {
  // Chromium comes first, because branded Chrome restricts the flags that load unpacked extensions.
  chromium: {
    name: 'Chromium',
    variable: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    applications: ['Chromium', 'Google Chrome for Testing', 'Google Chrome'].map((name) => [name, name] as const),
    windows: ['Chromium', 'Google\\Chrome'].map((name) => [name, 'Application', 'chrome.exe']),
    packages: ['chromium', 'fonts-dejavu-core'],
  },
  // The ESR comes first, because only it installs unsigned packages, which tests of a restart need.
  firefox: {
    name: 'Firefox',
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    applications: ['Firefox', 'Firefox Developer Edition'].map((name) => [name, 'firefox'] as const),
    windows: [['Mozilla Firefox', 'firefox.exe']],
    // Without libnotify, Firefox shows notifications itself instead of handing them to the desktop.
    packages: ['firefox-esr', 'fonts-dejavu-core', 'libnotify4'],
  },
} as const satisfies Record<string, Kind>;

/**
 * Returns the path of a working browser: from `CHROMIUM_PATH` or `FIREFOX_PATH`, from one of the usual places, or, on Debian
 * and its derivatives, newly installed. Otherwise it throws an error that names the missing package.
 */
export async function findBrowser(product: keyof typeof KINDS): Promise<string> {
  const kind: Kind = KINDS[product];
  const given = process.env[kind.variable];
  if (given) {
    if (await canStart(given)) return given;
    throw new Error(`${kind.variable} is ${given}, which is not a working browser.`);
  }
  const found =
    (await searchUsualPaths(kind)) ?? ((await installByApt(kind)) ? await searchUsualPaths(kind) : undefined);
  if (found !== undefined) return found;
  throw new Error(`No ${kind.name} was found: install the package "${kind.packages[0]}", or set ${kind.variable}.`);
}

async function searchUsualPaths(kind: Kind): Promise<string | undefined> {
  for (const path of listUsualPaths(kind)) if (await canStart(path)) return path;
  return undefined;
}

function listUsualPaths({ names, applications, windows }: Kind): readonly string[] {
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

/** Starts the browser with `--version`, because Ubuntu's `chromium-browser` may be a script that only asks for a snap. */
async function canStart(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    // On Windows `--version` opens a window and prints nothing.
    if (process.platform !== 'win32') await run(path, ['--version'], { timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

async function installByApt({ name, packages }: Kind): Promise<boolean> {
  const apt = await findApt();
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

/** A mirror may fail briefly, and another installation may hold the lock for a while. */
const APT_OPTIONS = ['-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=120'];

/** Returns `apt-get` as root, or through a `sudo` without a password. Returns undefined if neither exists. */
async function findApt(): Promise<((args: readonly string[]) => Promise<unknown>) | undefined> {
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const command = (args: readonly string[]) => {
    const [file = '', ...rest] = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      ...APT_OPTIONS,
      ...args,
    ];
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
    console.log(await findBrowser(process.argv.includes('firefox') ? 'firefox' : 'chromium'));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
