import type { Page } from 'puppeteer-core';
import type { Browser } from 'wxt/browser';

/** In a page of the extension, where the functions given to `evaluate` run. */
declare const chrome: typeof Browser;

/** A command that a page has sent, and when, in ms. */
type Sent = { readonly at: number; readonly message: Readonly<Record<string, unknown>> };

export type Heard = Sent & { readonly page: Page };

export type Messages = {
  /** Begins to note what a page says. */
  listenTo(page: Page): Promise<void>;
  /** What was sent since a moment, by the pages that are open. */
  since(at: number): Promise<readonly Heard[]>;
};

/** Notes what the extension's pages say to the background; what they say while they load is not heard. */
export function noteMessages(): Messages {
  const pages = new Set<Page>();
  const heard = async (page: Page): Promise<readonly Sent[]> => {
    if (page.isClosed()) return [];
    // A page that was loaded anew has forgotten that it is listened to.
    await page.evaluate(note).catch(() => undefined);
    return (await page.evaluate(() => (globalThis as unknown as Noting).noted).catch(() => undefined)) ?? [];
  };
  return {
    async listenTo(page) {
      pages.add(page);
      await heard(page);
    },
    async since(at) {
      const found = [...pages].map(async (page) => (await heard(page)).map((each) => ({ ...each, page })));
      return (await Promise.all(found)).flat().filter((each) => each.at >= at);
    },
  };
}

type Noting = { noted?: Sent[] };

/** Runs in the page, once for each document. */
function note(): void {
  const place = globalThis as unknown as Noting;
  if (place.noted) return;
  const noted: Sent[] = [];
  place.noted = noted;
  const send = chrome.runtime.sendMessage.bind(chrome.runtime) as (...args: unknown[]) => Promise<unknown>;
  const sendMessage = (...args: unknown[]) => {
    const [message] = args;
    if (typeof message === 'object' && message !== null)
      noted.push({ at: Date.now(), message: message as Sent['message'] });
    return send(...args);
  };
  Object.assign(chrome.runtime, { sendMessage });
  Object.assign(place, { sendAgain: send });
}
