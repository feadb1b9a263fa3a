import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { Page } from 'puppeteer-core';
import { until } from '../until.ts';
import { SCREENSHOTS } from './screenshot.ts';

/** Screenshots that somebody has looked at and approved. */
const REFERENCES = resolve(import.meta.dirname, '../../references');
/** `npm run test:visual:update` replaces those that differ. */
const IS_RENEWING = process.env.REFERENCES === 'new';
/**
 * Pixels that may differ within any square of `SQUARE` pixels a side, because another machine draws letters slightly
 * differently. A number that loses its weight differs in 31, a missing icon in 78.
 */
export const TOLERATED_PIXELS = 16;
const SQUARE = 16;
/** How far two equal colors may be apart in OKLab, where black and white are 1 apart. */
const THRESHOLD = 0.02;
/** This many equal screenshots in a row: nothing moves or loads any more. */
const CALM_FRAMES = 4;
/** The wait for the next screenshot, in ms, after one has not come. */
const SHORT_WAIT = 5_000;

/** The part of a page that is compared, from its top left. */
export type Frame = { readonly width: number; readonly height: number };

/** Compares pages with the references, and remembers which ones were used. */
export type References = {
  /** Waits until a page looks like the reference; otherwise throws, and leaves a picture of the differences. */
  expectLook(page: Page, name: string, frame: Frame): Promise<void>;
  /** Returns how many pixels of a page differ from a reference now, in the square in which most do. */
  countDifferences(page: Page, name: string, frame: Frame): Promise<number>;
  /** Returns the references that nothing was compared with; removes them while references are renewed. */
  listUnused(): Promise<readonly string[]>;
};

export function openReferences(): References {
  const used = new Set<string>();
  let hasFailed = false;
  return {
    async expectLook(page, name, frame) {
      used.add(name);
      if (IS_RENEWING) return await renew(page, name, frame);
      const reference = await readReference(name);
      if (!reference) throw new Error(`There is no reference ${name}: npm run test:visual:update makes it`);
      let last: Buffer | undefined;
      const isAlike = async () => {
        last = await takeScreenshot(page, frame);
        return compare(reference, last).count <= TOLERATED_PIXELS;
      };
      const shortWait = hasFailed ? { within: SHORT_WAIT } : {};
      await until(isAlike, { what: `it looks like ${name}`, ...shortWait }).catch(async (cause: unknown) => {
        hasFailed = true;
        const { count, picture } = compare(reference, last ?? (await takeScreenshot(page, frame)));
        const file = join(SCREENSHOTS, `differs-${name}.png`);
        await mkdir(SCREENSHOTS, { recursive: true });
        await writeFile(file, picture);
        throw new Error(`${name}: ${count} pixels of a square differ from the reference, see ${file}`, { cause });
      });
    },
    async countDifferences(page, name, frame) {
      const reference = await readReference(name);
      if (!reference) throw new Error(`There is no reference ${name}`);
      return compare(reference, await takeScreenshot(page, frame)).count;
    },
    async listUnused() {
      const names = (await readdir(REFERENCES)).map((file) => file.replace('.png', ''));
      const unused = names.filter((name) => !used.has(name));
      if (!IS_RENEWING) return unused;
      for (const name of unused) await rm(referencePath(name));
      return [];
    },
  };
}

async function renew(page: Page, name: string, frame: Frame): Promise<void> {
  const [reference, taken] = [await readReference(name), await takeWhenCalm(page, frame)];
  if (reference && compare(reference, taken).count <= TOLERATED_PIXELS) return;
  await mkdir(REFERENCES, { recursive: true });
  await writeFile(referencePath(name), taken);
}

async function takeWhenCalm(page: Page, frame: Frame): Promise<Buffer> {
  let last: Buffer = Buffer.alloc(0);
  let equal = 0;
  const isCalm = async () => {
    const next = await takeScreenshot(page, frame);
    equal = next.equals(last) ? equal + 1 : 1;
    last = next;
    return equal >= CALM_FRAMES;
  };
  await until(isCalm, { what: 'the page has come to rest' });
  return last;
}

async function takeScreenshot(page: Page, frame: Frame): Promise<Buffer> {
  // A tab behind another one draws no frames, so its screenshot is never taken.
  await page.bringToFront();
  return Buffer.from(await page.screenshot({ type: 'png', clip: { x: 0, y: 0, ...frame } }));
}

/** The number of pixels that differ in the worst square, and a picture that marks all; of two sizes, all pixels differ. */
function compare(before: Buffer, after: Buffer): { readonly count: number; readonly picture: Buffer } {
  const [one, other] = [PNG.sync.read(before), PNG.sync.read(after)];
  const { width, height } = one;
  if (width !== other.width || height !== other.height) return { count: width * height, picture: after };
  const marked = new PNG({ width, height });
  const options = { threshold: THRESHOLD, windowSize: SQUARE };
  const count = pixelmatch(one.data, other.data, marked.data, width, height, options);
  return { count, picture: PNG.sync.write(marked) };
}

async function readReference(name: string): Promise<Buffer | null> {
  return await readFile(referencePath(name)).catch(() => null);
}

function referencePath(name: string): string {
  return join(REFERENCES, `${name}.png`);
}
