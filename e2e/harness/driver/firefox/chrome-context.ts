import type { Browser as Puppet } from 'puppeteer-core';

/**
 * Firefox's own code, where `--remote-allow-system-access` lets a test in: what a user does in `about:addons`, and what
 * the browser does automatically, is called there as Firefox's own tests call it. Nothing of it is in the product.
 */
export interface ChromeContext {
  /** Runs in the browser's window. Its text is sent: it may use nothing but its arguments and Firefox's globals. */
  run<T, Args extends readonly unknown[]>(work: (...args: Args) => T | Promise<T>, ...args: Args): Promise<T>;
  /** Runs `work` with a callback that can send texts at any later time. */
  listen(work: (send: (text: string) => void) => void, onText: (text: string) => void): Promise<void>;
  /** A command of WebDriver BiDi that Puppeteer has no method for. */
  send(command: string, params: object): Promise<unknown>;
}

/** Puppeteer keeps its connection to itself, and so its types. */
type Connected = {
  readonly connection: {
    send(command: string, params: object): Promise<{ readonly result: unknown }>;
    on(event: string, heard: (params: never) => void): void;
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
      await call(`(tell) => { (${work})(tell); }`, [{ type: 'channel', value: { channel: CHANNEL } }]);
    },
  };
}
