/** The stand-in for Bitget that the browser is to reach as https://api.bitget.com. */
export interface Exchange {
  readonly port: number;
  /** `spki`: base64 of the SHA-256 of the public key; the only certificate that Chromium is to let through. */
  readonly certificate: { readonly spki: string };
}

/** How the way to Bitget may be blocked from the start. */
export type Blocked = 'bad certificate' | 'no such host' | 'refused';

/** How to start the browser. */
export interface LaunchOptions {
  readonly simulator: Exchange;
  /** The built extension's folder. Chromium makes its id from this path: the same path is the same extension. */
  readonly extension?: string;
  /**
   * A directory that outlives the browser. Started again with it, the extension has the same id and finds its storage.
   * Chromium loads the extension again after the start: `onInstalled` says `install` again, and `onStartup` is not sent.
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
  /** Default true. In Chromium a watched worker never idles: a test of idling says false. */
  readonly watchWorker?: boolean;
  /** Environment variables of the browser besides this process's own. */
  readonly env?: Readonly<Record<string, string>>;
}
