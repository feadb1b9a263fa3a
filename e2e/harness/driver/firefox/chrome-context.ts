import type { Browser as Puppet } from 'puppeteer-core';

/**
 * The context of Firefox's own code, which `--remote-allow-system-access` opens to tests. They call there what a user
 * does in `about:addons` and what the browser does automatically, as Firefox's own tests do. The product contains
 * nothing of it.
 */
export interface ChromeContext {
  /**
   * Runs in the browser's window. Its source is sent, so it can use nothing but its arguments and Firefox's globals.
   */
  run<T, Args extends readonly unknown[]>(work: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T>;
  /** Runs `work` with a callback that can send texts at any later time. */
  listen(work: (send: (text: string) => void) => void, onText: (text: string) => void): Promise<void>;
  /** A command of WebDriver BiDi that Puppeteer has no method for. */
  send(command: string, params: object): Promise<unknown>;
}

/** Puppeteer hides its connection, and its types too. */
type Connected = {
  readonly connection: {
    send(command: string, params: object): Promise<{ readonly result: unknown }>;
    on(event: string, listener: (params: never) => void): void;
  };
};

type Answer =
  | { readonly type: 'success'; readonly result: { readonly value?: string } }
  | { readonly type: 'exception'; readonly exceptionDetails: { readonly text: string } };

type Message = { readonly channel: string; readonly data: { readonly value: string } };

/** Puppeteer has channels of its own. */
const CHANNEL = 'system';

export async function enterChromeContext(browser: Puppet): Promise<ChromeContext> {
  const { connection } = browser as unknown as Connected;
  const send = async (command: string, params: object) => (await connection.send(command, params)).result;
  const tree = (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    readonly contexts: readonly { readonly context: string }[];
  };
  const target = { context: tree.contexts[0]?.context };
  const call = async (functionDeclaration: string, args: readonly object[]): Promise<string | undefined> => {
    const params = { functionDeclaration, awaitPromise: true, target, arguments: args };
    const answer = (await send('script.callFunction', params)) as Answer;
    if (answer.type === 'exception') throw new Error(`In Firefox itself: ${answer.exceptionDetails.text}`);
    return answer.result.value;
  };
  return {
    send,
    run: async (work, ...args) => {
      const text = `async (args) => JSON.stringify((await (${work})(...JSON.parse(args))) ?? null)`;
      const answer = await call(text, [{ type: 'string', value: JSON.stringify(args) }]);
      return JSON.parse(answer ?? 'null');
    },
    listen: async (work, onText) => {
      connection.on('script.message', ({ channel, data }: Message) => {
        if (channel === CHANNEL) onText(data.value);
      });
      await call(`(send) => { (${work})(send); }`, [{ type: 'channel', value: { channel: CHANNEL } }]);
    },
  };
}
