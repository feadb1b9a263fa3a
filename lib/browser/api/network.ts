/**
 * Calls back when the network changes, as far as a browser says so without a permission: `online` in pages and in
 * Firefox's background, and in Chromium also another kind of connection. A VPN that is switched without an interruption
 * is not noticed.
 */
export function onNetworkChange(listener: () => void): void {
  // Tests without a window have no events.
  globalThis.addEventListener?.('online', listener);
  const { connection } = navigator as { readonly connection?: Connection };
  let last = describeConnection(connection);
  connection?.addEventListener?.('change', () => {
    // The event also comes with each new estimate of the speed.
    const current = describeConnection(connection);
    const hasChanged = current !== last;
    last = current;
    if (hasChanged && navigator.onLine !== false) listener();
  });
}

/** The Network Information API, which only Chromium has. `type` is missing on most computers. */
type Connection = Partial<EventTarget> & { readonly type?: string; readonly effectiveType?: string };

function describeConnection(connection: Connection | undefined): string {
  return [navigator.onLine !== false, connection?.type, connection?.effectiveType].join(' ');
}
