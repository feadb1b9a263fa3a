/** The few parts of Firefox's own code that tests call, as far as they use them. They exist in the browser's window alone. */
declare global {
  const WebExtensionPolicy: {
    getByID(id: string): { readonly mozExtensionHostname: string; readonly extension: Extension };
  };
  const ChromeUtils: {
    importESModule(url: 'resource://gre/modules/ExtensionPermissions.sys.mjs'): {
      readonly ExtensionPermissions: Record<
        'add' | 'remove',
        (id: string, what: object, of: Extension) => Promise<void>
      >;
    };
  };
  const Services: {
    readonly io: { offline: boolean };
    readonly prefs: { setIntPref(name: string, value: number): void };
    readonly console: { registerListener(listener: { observe(message: ConsoleMessage): void }): void };
  };
}

type Extension = {
  readonly backgroundState: 'running' | 'starting' | 'stopped' | 'suspending';
  readonly shortcuts: { onCommand(name: string): void };
  startupReason: string;
  emit(event: string, ...args: readonly unknown[]): void;
  terminateBackground(how: object): Promise<void>;
  wakeupBackground(): Promise<void>;
};

/** `flags`: bit 0 for a warning; `category`: who reports, such as `content javascript`. */
type ConsoleMessage = {
  readonly QueryInterface?: unknown;
  readonly errorMessage?: string;
  readonly sourceName?: string;
  readonly flags?: number;
  readonly category?: string;
};

export type { ConsoleMessage };
