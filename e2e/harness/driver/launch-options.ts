/** The stand-in for Bitget that the browser is to reach as https://api.bitget.com. */
export interface Exchange {
  readonly port: number;
  /** `spki`: base64 of the SHA-256 of the public key; the only certificate that Chromium accepts. */
  readonly certificate: { readonly spki: string };
}

/** The ways in which requests to Bitget can fail from the start. */
export type Blocked = 'bad certificate' | 'no such host' | 'refused';

/** The options of a browser start. */
export interface LaunchOptions {
  readonly simulator: Exchange;
  /** The built extension's folder. Chromium makes its id from this path: the same path is the same extension. */
  readonly extension?: string;
  /**
   * A profile directory that remains after the browser ends. Started again with it, the extension has the same id and
   * finds its storage. Chromium loads the extension again after the start: `onInstalled` says `install` again, and
   * `onStartup` is not sent.
   */
  readonly profile?: string;
  readonly headless?: boolean;
  /** The browser's language, where its language packs are installed (on Debian: `chromium-l10n`). */
  readonly lang?: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Device pixels to a CSS pixel, headless only; 1 by default. */
  readonly scale?: number;
  readonly blocked?: Blocked;
  /** Chromium's own. */
  readonly args?: readonly string[];
  /** Firefox's own. */
  readonly prefs?: Readonly<Record<string, string | number | boolean>>;
  /** Firefox's own: the extension may run in private windows. */
  readonly allowPrivate?: boolean;
  /**
   * Whether the errors of the worker are collected; default true. In Chromium a worker with a debugger never idles, so
   * a test of idling sets it to false.
   */
  readonly listensToWorker?: boolean;
  /** Environment variables of the browser besides this process's own. */
  readonly env?: Readonly<Record<string, string>>;
}
