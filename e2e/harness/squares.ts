import type { Page } from 'puppeteer-core';

/** A picture averaged over squares, row by row: red, green and blue of each, from 0 to 255. */
export type Squares = { readonly across: number; readonly down: number; readonly parts: readonly number[] };

/** Pixels of a side: smaller than a letter, larger than what another way to draw one moves. */
export const SIDE = 4;

/** The squares of a picture, given in base64, read in a page of the browser. */
export async function squaresOf(page: Page, picture: string): Promise<Squares> {
  return await page.evaluate(
    async (file, side) => {
      const blob = await (await fetch(`data:;base64,${file}`)).blob();
      const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none' });
      const [across, down] = [Math.ceil(bitmap.width / side), Math.ceil(bitmap.height / side)];
      const width = across * side;
      const pen = new OffscreenCanvas(width, down * side).getContext('2d');
      pen?.drawImage(bitmap, 0, 0);
      const { data } = pen?.getImageData(0, 0, width, down * side) ?? { data: [] };
      const parts = Array.from({ length: across * down * 3 }, () => 0);
      for (let index = 0; index < data.length; index += 4) {
        const [x, y] = [(index / 4) % width, Math.floor(index / 4 / width)];
        const square = Math.floor(y / side) * across + Math.floor(x / side);
        for (let part = 0; part < 3; part += 1)
          parts[square * 3 + part] = (parts[square * 3 + part] ?? 0) + (data[index + part] ?? 0);
      }
      return { across, down, parts: parts.map((sum) => Math.round(sum / side ** 2)) };
    },
    picture,
    SIDE,
  );
}

/** Of 255: how differently a colour may be mixed. */
const LOSS = 4;
/** Of the contrast around: what another way to draw letters makes thicker or thinner. */
const SHARE = 0.12;

/**
 * The squares, by their number, in which two pictures differ. One is as it was if its colour lies between those that the
 * other picture has there and in the eight squares around it: so a letter may be drawn in another way, or a few pixels
 * further. Where nothing is drawn around, a colour must be what it was.
 */
export function differing(before: Squares, after: Squares): readonly number[] {
  const [across, down] = [Math.max(before.across, after.across), Math.max(before.down, after.down)];
  const isOff = (x: number, y: number) =>
    [0, 1, 2].some((part) => {
      const [old, young] = [around(before, x, y, part), around(after, x, y, part)];
      const slack = LOSS + SHARE * (Math.max(old.most, young.most) - Math.min(old.least, young.least));
      const isWithin = (value: number, { least, most }: Around) => value >= least - slack && value <= most + slack;
      return !isWithin(at(before, x, y, part), young) || !isWithin(at(after, x, y, part), old);
    });
  return Array.from({ length: across * down }, (_, index) => index).filter((index) =>
    isOff(index % across, Math.floor(index / across)),
  );
}

type Around = { readonly least: number; readonly most: number };

function around(squares: Squares, x: number, y: number, part: number): Around {
  let [least, most] = [255, -255];
  for (let row = y - 1; row <= y + 1; row += 1)
    for (let column = x - 1; column <= x + 1; column += 1) {
      const value = at(squares, column, row, part);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  return { least, most };
}

/** Outside of a picture is a colour that no picture has; beside its edge that of the edge. */
function at({ across, down, parts }: Squares, x: number, y: number, part: number): number {
  if (x > across || y > down) return -255;
  const [column, row] = [Math.min(Math.max(x, 0), across - 1), Math.min(Math.max(y, 0), down - 1)];
  return parts[(row * across + column) * 3 + part] ?? -255;
}
