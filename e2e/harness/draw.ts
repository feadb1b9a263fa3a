import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { SIDE } from './squares.ts';

/** Two pictures and the squares in which they differ, side by side, drawn in a page of the browser; a PNG. */
export async function drawApart(
  desk: Page,
  pictures: readonly string[],
  off: readonly number[],
  across: number,
): Promise<Buffer> {
  const drawn = await desk.evaluate(
    async (files, squares, side, columns) => {
      const read = async (file: string) => createImageBitmap(await (await fetch(`data:;base64,${file}`)).blob());
      const bitmaps = await Promise.all(files.map(read));
      const width = columns * side;
      const canvas = document.createElement('canvas');
      canvas.width = width * 3;
      canvas.height = Math.max(...bitmaps.map(({ height }) => height)) + side;
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no canvas');
      for (const [index, bitmap] of bitmaps.entries()) pen.drawImage(bitmap, index * width, 0);
      pen.globalAlpha = 0.3;
      for (const bitmap of bitmaps) pen.drawImage(bitmap, 2 * width, 0);
      pen.globalAlpha = 1;
      pen.fillStyle = '#f0f';
      for (const each of squares)
        pen.fillRect(2 * width + (each % columns) * side, Math.floor(each / columns) * side, side, side);
      return canvas.toDataURL('image/png').split(',')[1] ?? '';
    },
    [...pictures],
    [...off],
    SIDE,
    across,
  );
  return Buffer.from(drawn, 'base64');
}

const TOGETHER = 4;

/** Writes sheets of four of the pictures of a folder each, for somebody to look at them one by one. */
export async function drawSheets(desk: Page, from: string, to: string): Promise<void> {
  const names = (await readdir(from)).sort();
  await mkdir(to, { recursive: true });
  for (let first = 0; first < names.length; first += TOGETHER) {
    const some = names.slice(first, first + TOGETHER);
    const sheet = await desk.evaluate(
      async (files, labels) => {
        const read = async (file: string) => createImageBitmap(await (await fetch(`data:;base64,${file}`)).blob());
        const bitmaps = await Promise.all(files.map(read));
        const canvas = document.createElement('canvas');
        canvas.width = bitmaps.reduce((sum, { width }) => sum + width + 8, 0);
        canvas.height = Math.max(...bitmaps.map(({ height }) => height)) + 24;
        const pen = canvas.getContext('2d');
        if (!pen) throw new Error('no canvas');
        pen.fillStyle = '#888';
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.fillStyle = '#000';
        let left = 4;
        for (const [index, bitmap] of bitmaps.entries()) {
          pen.drawImage(bitmap, left, 20);
          pen.fillText(labels[index] ?? '', left, 14, bitmap.width);
          left += bitmap.width + 8;
        }
        return canvas.toDataURL('image/png').split(',')[1] ?? '';
      },
      await Promise.all(some.map((name) => readFile(join(from, name), 'base64'))),
      some,
    );
    await writeFile(join(to, `sheet-${String(first / TOGETHER + 1).padStart(2, '0')}.png`), sheet, 'base64');
  }
}
