import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import process from 'node:process';
import type { Page } from 'puppeteer-core';
import type { BrowserUnderTest } from './browser.ts';
import { drawApart, drawSheets } from './draw.ts';
import { SCREENSHOTS } from './picture.ts';
import { differing, SIDE, type Squares, squaresOf } from './squares.ts';
import { until } from './until.ts';

/** What the product looked like when somebody had looked at it and found it good. */
const REFERENCES = resolve(import.meta.dirname, '../references');
/** `npm run references` takes anew those that do not hold any more. */
const IS_RENEWED = process.env.REFERENCES === 'new';
/** How many squares may differ: fewer than the smallest sign of a level has, or of a long page one in so many. */
const MOST = 8;
const ONE_IN = 4_000;
/** Of 100. What packing loses is lost of both pictures that are compared; without a loss they would be three times as large. */
const QUALITY = 55;
/** How long to wait in ms for a look once another one has not come: much may be broken. */
const HASTE = 5_000;
/** So many pictures in a row that are the same to the byte: nothing is on its way any more. */
const CALM = 6;

/** How high a picture is, from the top of the page; all of it as it is if not told. */
export type Frame = { readonly width: number; readonly height: number };

/** The references, and a place to compare with them. */
export type Gallery = {
  /** Waits until a page looks as it did; if it does not come to that, says so, and leaves a picture of where it differs. */
  expectLook(page: Page, name: string, frame: Frame): Promise<void>;
  /** In how many squares a page differs from a reference now. */
  difference(page: Page, name: string, frame: Frame): Promise<number>;
  /** Pairs of references, one taken after the other, that could be taken for each other. */
  alike(): readonly string[];
  /** References that nothing was compared with. */
  left(): Promise<readonly string[]>;
};

export async function openGallery({ browser }: BrowserUnderTest): Promise<Gallery> {
  const desk = await browser.newPage();
  const hung = new Map<string, Squares>();
  let hasFailed = false;
  const look = async (page: Page, frame: Frame): Promise<Look> => {
    // A tab behind another one draws no frames, and its picture is never taken.
    await page.bringToFront();
    const clip = { x: 0, y: 0, ...frame };
    const taken = await page.screenshot({ type: 'webp', quality: QUALITY, encoding: 'base64', clip });
    return { taken, squares: await squaresOf(desk, taken) };
  };
  return {
    async expectLook(page, name, frame) {
      const path = join(REFERENCES, `${name}.webp`);
      const kept = await readFile(path, 'base64').catch(() => null);
      const before = kept === null ? null : await squaresOf(desk, kept);
      if (before) hung.set(name, before);
      const isSame = ({ squares }: Look) => before !== null && areAlike(before, squares);
      if (IS_RENEWED) {
        const found = await atRest(() => look(page, frame));
        if (isSame(found)) return;
        await mkdir(REFERENCES, { recursive: true });
        await writeFile(path, found.taken, 'base64');
        hung.set(name, found.squares);
        return;
      }
      if (!before || !kept) throw new Error(`There is no reference ${name}: npm run references takes it`);
      let last: Look | undefined;
      const seen = async () => {
        last = await look(page, frame);
        return isSame(last);
      };
      const patience = hasFailed ? { within: HASTE } : {};
      await until(seen, { what: `it looks like ${name}`, ...patience }).catch(async (cause: unknown) => {
        hasFailed = true;
        const { taken, squares } = last ?? (await look(page, frame));
        const off = differing(before, squares);
        const file = join(SCREENSHOTS, `differs-${name}.png`);
        await mkdir(SCREENSHOTS, { recursive: true });
        await writeFile(file, await drawApart(desk, [kept, taken], off, Math.max(before.across, squares.across)));
        throw new Error(`${name}: ${off.length} squares of ${SIDE} pixels are not as in the reference, see ${file}`, {
          cause,
        });
      });
    },
    async difference(page, name, frame) {
      const before = hung.get(name);
      if (!before) throw new Error(`Nothing was compared with ${name}`);
      return differing(before, (await look(page, frame)).squares).length;
    },
    alike() {
      const all = [...hung];
      const pairs = all.flatMap(([name, one], index) => {
        const [other, two] = all[index + 1] ?? [];
        return two && areAlike(one, two) ? [`${name} and ${other}`] : [];
      });
      return pairs;
    },
    async left() {
      const names = (await readdir(REFERENCES)).map((file) => file.replace('.webp', ''));
      const left = names.filter((name) => !hung.has(name));
      if (!IS_RENEWED) return left;
      for (const name of left) await rm(join(REFERENCES, `${name}.webp`));
      await drawSheets(desk, REFERENCES, SCREENSHOTS);
      return [];
    },
  };
}

function areAlike(before: Squares, after: Squares): boolean {
  return differing(before, after).length <= Math.max(MOST, (before.across * before.down) / ONE_IN);
}

type Look = { readonly taken: string; readonly squares: Squares };

async function atRest(look: () => Promise<Look>): Promise<Look> {
  let before = '';
  let calm = 0;
  const isCalm = async () => {
    const now = await look();
    calm = now.taken === before ? calm + 1 : 0;
    before = now.taken;
    return calm >= CALM && now;
  };
  return await until(isCalm, { what: 'the page has come to rest' });
}
