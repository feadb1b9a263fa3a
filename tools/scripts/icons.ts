import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { findBrowser } from './browser.ts';

interface Drawing {
  readonly size: number;
  readonly source: 'icon.svg' | 'icon-small.svg';
  /** Transparent pixels on each side. */
  readonly margin?: number;
}

/** Below 48 px a simpler drawing, made for whole pixels. The stores ask for 96 px of picture in the 128 px one. */
const DRAWINGS: readonly Drawing[] = [
  { size: 16, source: 'icon-small.svg' },
  { size: 32, source: 'icon-small.svg' },
  { size: 48, source: 'icon.svg' },
  { size: 128, source: 'icon.svg', margin: 16 },
];

const ROOT = resolve(import.meta.dirname, '../..');

await drawAll(join(ROOT, 'tools/icon'), join(ROOT, 'public/icon'));

/** Writes `{size}.png` for every drawing. */
async function drawAll(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const browser = await puppeteer.launch({
    executablePath: await findBrowser('chromium'),
    args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
  });
  try {
    const page = await browser.newPage();
    for (const drawing of DRAWINGS) {
      const png = await draw(page, drawing, await readFile(join(from, drawing.source), 'utf8'));
      await writeFile(join(to, `${drawing.size}.png`), png);
    }
  } finally {
    await browser.close();
  }
}

async function draw(page: Page, { size, margin = 0 }: Drawing, svg: string): Promise<Uint8Array> {
  await page.setViewport({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;margin:${margin}px;width:${size - 2 * margin}px}</style>${svg}`,
  );
  return page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
}
