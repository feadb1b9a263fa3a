import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import type { BrowserUnderTest } from '../driver/launch.ts';
import { until } from '../until.ts';

/** The moment at which every picture is taken. */
export const MOMENT = Date.UTC(2026, 2, 18, 14, 25, 36);

const FONTS = [
  'inter/files/inter-latin',
  'inter/files/inter-latin-ext',
  'noto-sans-arabic/files/noto-sans-arabic-arabic',
];

/**
 * Opens a page of the shipped build that looks the same on every machine at every time: its clock stands still, its
 * time zone is UTC, nothing moves, and the system font is one that the tests provide.
 */
export async function openDeterministicPage(browser: BrowserUnderTest, path: string): Promise<Page> {
  const page = await browser.browser.newPage();
  const fonts = FONTS.map(async (name) => {
    const url = import.meta.resolve(`@fontsource-variable/${name}-wght-normal.woff2`);
    return (await readFile(new URL(url))).toString('base64');
  });
  await page.emulateTimezone('UTC');
  await applyDeterministicStyle(page, 'light');
  await page.evaluateOnNewDocument(surround, MOMENT, await Promise.all(fonts));
  await page.goto(new URL(path, browser.origin).href);
  await until(() => page.evaluate(() => document.fonts.status === 'loaded'), { what: 'the fonts are loaded' });
  return page;
}

/** Shows it as in a light or a dark browser, in which nothing moves. */
export async function applyDeterministicStyle(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
}

/** Runs in the page before its own scripts. */
function surround(moment: number, fonts: readonly string[]): void {
  const Clock = Date;
  const now = () => moment;
  globalThis.Date = new Proxy(Clock, {
    construct: (_, values) => Reflect.construct(Clock, values.length === 0 ? [moment] : values),
    get: (_, name) => (name === 'now' ? now : Reflect.get(Clock, name)),
  });
  const names = fonts.map((font, index) => {
    const name = `pinned${index}`;
    const face = new FontFace(
      name,
      Uint8Array.from(atob(font), (letter) => letter.charCodeAt(0)),
      { weight: '100 900' },
    );
    document.fonts.add(face);
    void face.load();
    return name;
  });
  const family = [...names, 'sans-serif'].join(', ');
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`body { font-family: ${family} !important } input { caret-color: transparent }`);
  document.adoptedStyleSheets = [sheet];
  const text = CanvasRenderingContext2D.prototype;
  const font = Object.getOwnPropertyDescriptor(text, 'font');
  Object.defineProperty(text, 'font', {
    ...font,
    set(value: string) {
      font?.set?.call(this, value.replace('system-ui', family));
    },
  });
}
