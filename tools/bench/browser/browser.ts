import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '../../scripts/browser.ts';
import { connectDevtools, type Devtools, type Reply } from './devtools.ts';

/** A headless Chromium in which api.bitget.com resolves to the simulator, and no other host name resolves. */
export type Browser = {
  readonly devtools: Devtools;
  readonly pid: number;
  readonly version: string;
  /** Installs an unpacked extension; returns its id. */
  install(path: string): Promise<string>;
  targets(): Promise<readonly Target[]>;
  /** Attaches the debugger to a target; returns the session. */
  attach(target: Target): Promise<string>;
  close(): Promise<void>;
};

export type Target = { readonly targetId: string; readonly type: string; readonly url: string };

/** `spki` is the SHA-256 of the public key that the browser accepts. */
export type Exchange = { readonly port: number; readonly certificate: { readonly spki: string } };

export async function startBrowser({ port, certificate }: Exchange): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'bench-profile-'));
  const child = spawn(
    await findBrowser('chromium'),
    [
      '--headless=new',
      '--remote-debugging-pipe',
      '--enable-unsafe-extension-debugging',
      ...(process.platform === 'linux' ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
      '--no-default-browser-check',
      '--window-size=1000,800',
      '--screen-info={1600x1200}',
      `--host-resolver-rules=MAP api.bitget.com:443 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`,
      `--ignore-certificate-errors-spki-list=${certificate.spki}`,
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const devtools = connectDevtools(child);
  const exited = once(child, 'exit');
  const { product } = await devtools.send('Browser.getVersion');
  return {
    devtools,
    pid: child.pid ?? 0,
    version: product,
    install: async (path) => (await devtools.send('Extensions.loadUnpacked', { path })).id,
    targets: async () => (await devtools.send('Target.getTargets')).targetInfos,
    attach: async ({ targetId }) =>
      (await devtools.send('Target.attachToTarget', { targetId, flatten: true })).sessionId,
    async close() {
      await devtools.send('Browser.close').catch(() => undefined);
      await exited;
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Evaluates an expression, awaits its promise and returns the value. */
export async function evaluate({ devtools }: Browser, session: string, expression: string): Promise<Reply> {
  const params = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await devtools.send('Runtime.evaluate', params, session);
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}
